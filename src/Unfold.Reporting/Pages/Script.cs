using System.Security.Cryptography;
using System.Text;

namespace Unfold.Reporting;

/// <summary>The page's script: tables of figures can be sorted and filtered. The page allows this script alone, by its hash.</summary>
internal static class Script
{
    public const string Js = """
        "use strict";
        for (const table of document.querySelectorAll("table.figures")) {
          const body = table.tBodies[0], rows = [...body.rows];
          if (rows.length < 2) continue;
          const value = (row, column) => {
            const cell = row.cells[column];
            if (!cell) return NaN;
            return column === 0 ? cell.textContent : parseFloat(cell.dataset.value ?? "NaN");
          };
          const order = (column, sign) => (a, b) => {
            const x = value(a, column), y = value(b, column);
            if (column === 0) return sign * x.localeCompare(y, undefined, { numeric: true });
            if (Number.isNaN(x) || Number.isNaN(y)) return Number.isNaN(x) - Number.isNaN(y);
            return sign * (x - y);
          };
          const heads = [...table.tHead.rows[0].cells];
          heads.forEach((head, column) => {
            const button = document.createElement("button");
            button.type = "button";
            button.append(...head.childNodes);
            head.append(button);
            button.addEventListener("click", () => {
              const next = { ascending: "descending", descending: null }[head.getAttribute("aria-sort")];
              const direction = next === undefined ? "ascending" : next;
              heads.forEach(other => other.removeAttribute("aria-sort"));
              if (direction) head.setAttribute("aria-sort", direction);
              body.append(...(direction ? [...rows].sort(order(column, direction === "ascending" ? 1 : -1)) : rows));
            });
          });
          const bar = document.createElement("label"), input = document.createElement("input"), count = document.createElement("span");
          bar.className = "filter";
          input.type = "search";
          count.setAttribute("role", "status");
          bar.append("Filter by name", input, count);
          input.addEventListener("input", () => {
            const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
            let shown = 0;
            for (const row of rows) {
              const name = row.cells[0].textContent.toLowerCase();
              row.hidden = !words.every(word => name.includes(word));
              shown += row.hidden ? 0 : 1;
            }
            count.textContent = words.length ? `${shown} of ${rows.length}` : "";
          });
          table.parentElement.before(bar);
        }
        """;

    /// <summary>The hash by which the page allows it.</summary>
    public static string Hash { get; } = $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Js)))}";
}
