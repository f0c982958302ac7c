/** Keeps a component as it is while its properties are the same. */

import { Component, type FunctionComponent } from "preact";

/** Returns a component that is drawn again only when one of its properties changed. */
export function memo<Props extends object>(Inner: FunctionComponent<Props>) {
  return class Memoised extends Component<Props> {
    override shouldComponentUpdate(next: Props): boolean {
      const keys = Object.keys(next) as (keyof Props)[];
      return keys.some((key) => next[key] !== this.props[key]);
    }

    override render() {
      return <Inner {...this.props} />;
    }
  };
}
