/** Returns a table's caption, which says that the table is synthetic wherever the name of its file does. */
export const saidSynthetic = (caption: string, file: string): string =>
  /-synthetic\.\w+$/.test(file) && !/synthetic/i.test(caption) ? `${caption} (synthetic)` : caption;
