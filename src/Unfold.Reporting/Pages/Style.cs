namespace Unfold.Reporting;

/// <summary>The page's style: one column, light or dark as the reader's system, tables and pictures that scroll on narrow screens.</summary>
internal static class Style
{
    public const string Css = """
        :root { color-scheme: light dark; --ink: #1c2024; --quiet: #60646c; --paper: #fcfcfd; --line: #d9d9e0; --band: #f0f1f4; --best: #0b6b3a; }
        @media (prefers-color-scheme: dark) { :root { --ink: #edeef0; --quiet: #a0a6af; --paper: #111316; --line: #363a3f; --band: #1b1e22; --best: #6fd79c; } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 68rem; padding: 2rem 1.25rem 4rem; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
        h1 { font-size: 1.75rem; margin: 0 0 .25rem; } h2 { font-size: 1.15rem; margin: 2.5rem 0 .75rem; }
        p, li { max-width: 46rem; } .quiet { color: var(--quiet); font-size: .9rem; }
        .scroll { overflow-x: auto; } table { border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; }
        th, td { padding: .4rem .7rem; border-bottom: 1px solid var(--line); text-align: right; white-space: nowrap; }
        thead th { white-space: normal; vertical-align: bottom; font-weight: 600; } th[scope=row], thead th:first-child { text-align: left; }
        tbody tr:nth-child(even) { background: var(--band); } td.best { color: var(--best); font-weight: 700; } td.failure { text-align: left; white-space: normal; }
        .grid { border-spacing: 0; } .grid th { text-align: left; border: 0; } .grid td { padding: .25rem; border: 0; text-align: center; } .grid tbody tr { background: none; }
        .grid img { width: 5.25rem; height: auto; display: block; image-rendering: pixelated; border-radius: 3px; } .grid span { font-size: .75rem; color: var(--quiet); }
        svg { max-width: 100%; height: auto; } svg text { font-family: system-ui, sans-serif; font-weight: 400; } code, pre { font: .88rem/1.5 ui-monospace, monospace; } pre { background: var(--band); padding: .8rem 1rem; border-radius: 6px; overflow-x: auto; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; font-size: .9rem; } dt { color: var(--quiet); } dd { margin: 0; overflow-wrap: anywhere; }
        """;
}
