import type {DuckDBConnection} from "@duckdb/node-api";
import {query} from "../warehouse.js";
import {makeTable} from "./workingTable.js";

export interface ComponentOptions {
  /** A table, or a select in brackets, with columns `one` and `other`: integers that belong together. */
  edges: string;
  /** The table that is written: `node, component`, for every node that an edge names. */
  into: string;
  /** A schema for working tables, which are dropped again; "temp" when left out. */
  workspace?: string;
}

/**
 * Writes the connected components of a graph; a component is named after its lowest node. Each round hooks every node
 * to its lowest neighbour, follows the hooks to their end and contracts the graph, until no edge is left; so a chain of
 * any length needs few rounds. Returns the rounds. No result depends on threads or the order of rows.
 */
export async function connectedComponents(
  connection: DuckDBConnection,
  {edges, into, workspace = "temp"}: ComponentOptions
): Promise<number> {
  const [graph, hooks] = [`${workspace}.component_edges`, `${workspace}.component_hooks`];
  await connection.run(`${makeTable(graph)} as
select distinct edges.one::bigint as one, edges.other::bigint as other
from ${edges} as edges;
${makeTable(into)} as
with nodes as (select one as node from ${graph} union select other as node from ${graph})
select nodes.node, nodes.node as component from nodes`);
  try {
    for (let round = 0; ; round++) {
      await connection.run(`${makeTable(hooks)} as
with both_ways as (
    select one as node, other as neighbour from ${graph}
    union all
    select other as node, one as neighbour from ${graph}
)
select both_ways.node, min(both_ways.neighbour) as parent
from both_ways
group by all
having min(both_ways.neighbour) < both_ways.node`);
      if ((await countOf(connection, hooks)) === 0) return round;
      await followHooks(connection, hooks);
      await connection.run(`${makeTable(into)} as
select labels.node, coalesce(hooks.parent, labels.component) as component
from ${into} as labels
left join ${hooks} as hooks on hooks.node = labels.component;
${makeTable(graph)} as
select distinct coalesce(hooks_one.parent, edges.one) as one, coalesce(hooks_other.parent, edges.other) as other
from ${graph} as edges
left join ${hooks} as hooks_one on hooks_one.node = edges.one
left join ${hooks} as hooks_other on hooks_other.node = edges.other
where coalesce(hooks_one.parent, edges.one) <> coalesce(hooks_other.parent, edges.other)`);
    }
  } finally {
    await connection.run(`drop table if exists ${graph}; drop table if exists ${hooks}`);
  }
}

/** Parents are always lower than their nodes, so the hooks have no circle and end at a node without one. */
async function followHooks(connection: DuckDBConnection, hooks: string): Promise<void> {
  for (;;) {
    const [further] = await query(
      connection,
      `select count(*) as nodes from ${hooks} as hooks inner join ${hooks} as parents on parents.node = hooks.parent`
    );
    if (further?.nodes === 0) return;
    await connection.run(`${makeTable(hooks)} as
select hooks.node, coalesce(parents.parent, hooks.parent) as parent
from ${hooks} as hooks
left join ${hooks} as parents on parents.node = hooks.parent`);
  }
}

async function countOf(connection: DuckDBConnection, table: string): Promise<number> {
  const [row] = await query(connection, `select count(*) as rows from ${table}`);
  return Number(row?.rows);
}
