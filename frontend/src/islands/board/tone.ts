/** One soft tone, made here: nothing is fetched, and a browser without sound stays silent. */

const PITCH = 523.25;
const LOUDNESS = 0.12;
const SECONDS = 1.2;

let context: AudioContext | null = null;

/** Plays the tone, if this browser can and may. */
export function playTone(): void {
  try {
    context ??= new AudioContext();
  } catch {
    return;
  }
  void context.resume().catch(() => undefined);
  const start = context.currentTime;
  const loudness = context.createGain();
  loudness.gain.setValueAtTime(0, start);
  loudness.gain.linearRampToValueAtTime(LOUDNESS, start + 0.05);
  loudness.gain.exponentialRampToValueAtTime(0.0001, start + SECONDS);
  const tone = context.createOscillator();
  tone.frequency.value = PITCH;
  tone.connect(loudness).connect(context.destination);
  tone.start(start);
  tone.stop(start + SECONDS);
}
