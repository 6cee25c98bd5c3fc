/** Has the browser save a file under a name. */
export function saveFile(content: Blob, {name, document}: {name: string; document: Document}): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // by then it has been read
}

/** Returns CSV text as the content of a file. */
export const csvFile = (text: string): Blob => new Blob([text], {type: "text/csv;charset=utf-8"});
