/** Returns an error of the engine as people read it: syntax errors come as JSON, and some advise what is shut off here. */
export function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const {exception_type: type, exception_message: message} = asJson(text);
  const plain = message === undefined ? text : `${type ?? "Error"} error: ${message}`;
  const [told = "", advice] = plain.split(/\n+Please try installing/);
  return advice === undefined ? told : `${told}\nThis console loads no extensions.`;
}

function asJson(text: string): {exception_type?: string; exception_message?: string} {
  if (!text.startsWith("{")) return {};
  try {
    return JSON.parse(text) as {exception_type?: string; exception_message?: string};
  } catch {
    return {};
  }
}
