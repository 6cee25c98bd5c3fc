/** Returns the nodes, the heading of each chart made one of its section, whatever it is on the page that it was made for. */
export function underSections(nodes: readonly Node[]): readonly Node[] {
  for (const node of nodes) {
    if (!("querySelectorAll" in node)) continue;
    const found = node as Element;
    const charts = [...(found.matches(CHART) ? [found] : []), ...found.querySelectorAll(CHART)];
    for (const chart of charts) {
      const heading = chart.querySelector("h2, h3, h4");
      if (heading) rename(heading, chart.closest("section.priority") ? "h4" : "h3");
    }
  }
  return nodes;
}

const CHART = "section.chart, section.heat-map";

function rename(element: Element, name: string): void {
  const made = element.ownerDocument.createElement(name);
  for (const attribute of element.attributes) made.setAttribute(attribute.name, attribute.value);
  made.append(...element.childNodes);
  element.replaceWith(made);
}
