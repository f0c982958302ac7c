/** Where a board is: the ids and addresses that its page names. */

export interface Place {
  readonly sessionId: string;
  readonly stream: string;
  /** The stream of the partnership that the session belongs to. */
  readonly logStream: string;
  /** Addresses in the API, with a slash at the end. */
  readonly partnershipApi: string;
  readonly sessionApi: string;
  /** Addresses of pages. */
  readonly joinUrl: string;
  /** Empty for whoever may not open that page. */
  readonly noteUrl: (id: string) => string;
  readonly importUrl: string;
  readonly doorUrl: string;
  readonly reportUrl: string;
  readonly facilitatorsUrl: string;
  readonly forOthersUrl: string;
  readonly keepUrl: string;
  readonly aboutUrl: string;
}

/** Reads the `data-` attributes of the board's element. */
export function placeOf(element: HTMLElement): Place {
  const { session = "", partnership = "", join = "", noteUrl = "" } = element.dataset;
  const partnershipApi = `/api/v1/partnerships/${partnership}/`;
  return {
    sessionId: session,
    stream: `session:${session}`,
    logStream: `partnership:${partnership}`,
    partnershipApi,
    sessionApi: `${partnershipApi}sessions/${session}/`,
    joinUrl: new URL(join, window.location.href).href,
    noteUrl: (id) => noteUrl.replace("00000000-0000-0000-0000-000000000000", id),
    importUrl: element.dataset["import"] ?? "",
    doorUrl: element.dataset["door"] ?? "",
    forOthersUrl: element.dataset["forOthers"] ?? "",
    reportUrl: element.dataset["report"] ?? "",
    facilitatorsUrl: element.dataset["facilitators"] ?? "",
    keepUrl: element.dataset["keep"] ?? "",
    aboutUrl: element.dataset["about"] ?? "",
  };
}
