namespace Unfold.Reporting;

/// <summary>The page's style: one column, rules instead of boxes, light or dark as the reader's system; what is wider than a phone scrolls in its own box.</summary>
internal static class Style
{
    public const string Css = """
        :root { color-scheme: light dark; --paper: #fdfdfb; --ink: #1d2024; --quiet: #5c6169; --line: #dcdcd6; --rule: #2b2f35; --tint: #f3f3ee; --good: #0b6b3a; --bad: #a32020; --part: #8a5a00; --link: #0b57a4;
          --s1: #0062a3; --s2: #c2570c; --s3: #00794f; --s4: #a8327e; --s5: #5d60c4; --s6: #8a6d00; --s7: #00838f; --s8: #4a4f57;
          --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Book Antiqua", Georgia, "Noto Serif", serif; --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; --mono: ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
        @media (prefers-color-scheme: dark) { :root { --paper: #14161a; --ink: #e8e8e4; --quiet: #a3a8b0; --line: #33373d; --rule: #b9bcc2; --tint: #1d2025; --good: #6fd79c; --bad: #ff9a92; --part: #e8be6a; --link: #86bdff;
          --s1: #6cb6ff; --s2: #ffa066; --s3: #4fd1a1; --s4: #f190cb; --s5: #b4b6ff; --s6: #e3c445; --s7: #5cd6e2; --s8: #c5cad3; } }
        *, ::before, ::after { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
        body { margin: 0 auto; max-width: 74rem; padding: clamp(1.5rem, 5vw, 4rem) clamp(1rem, 4vw, 3rem) 5rem; background: var(--paper); color: var(--ink); font: 16px/1.55 var(--sans); font-variant-numeric: tabular-nums; overflow-wrap: break-word; }
        h1, h2, h3, .question { font-family: var(--serif); font-weight: 600; }
        h1 { font-size: clamp(1.7rem, 5vw, 2.5rem); line-height: 1.15; margin: 0 0 .6rem; overflow-wrap: anywhere; }
        h2 { font-size: 1.4rem; line-height: 1.25; margin: 0 0 1rem; } h3 { font-size: 1.08rem; line-height: 1.35; margin: 0; }
        .kind { margin: 0 0 .4rem; color: var(--quiet); font-size: .8rem; letter-spacing: .08em; text-transform: uppercase; }
        .question { font-size: 1.22rem; line-height: 1.45; font-weight: 400; margin: 0 0 .8rem; max-width: 46rem; } .facts { color: var(--quiet); margin: 0 0 1.2rem; font-size: .92rem; }
        nav { display: flex; flex-wrap: wrap; gap: .3rem 1.1rem; font-size: .92rem; } a { color: var(--link); text-underline-offset: .18em; text-decoration-thickness: 1px; }
        section { border-top: 1px solid var(--line); margin-top: 2.75rem; padding-top: 1.75rem; } section > p, section > ul { max-width: 46rem; } li { margin: .25rem 0; }
        .caption { color: var(--quiet); font-size: .88rem; line-height: 1.5; margin: .8rem 0 0; } .repeat { font-size: .84rem; margin: .6rem 0 0; color: var(--quiet); } .repeat code { margin-left: .6rem; }
        code, pre { font: .92em/1.55 var(--mono); overflow-wrap: anywhere; } pre { background: var(--tint); padding: .9rem 1.1rem; border-radius: 4px; overflow-x: auto; max-width: 46rem; font-size: .85rem; }
        .scroll { overflow-x: auto; max-width: 100%; } .scroll:focus-visible, pre:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
        table { border-collapse: collapse; font-size: .89rem; border-top: 1.5px solid var(--rule); border-bottom: 1.5px solid var(--rule); }
        th, td { padding: .42rem .8rem; text-align: right; white-space: nowrap; vertical-align: top; } td small { color: var(--quiet); font-size: .86em; } .figures td small, .claim td small { display: block; } .claim td small { white-space: normal; } .figures th, .figures td, .claim th, .claim td { padding-inline: .6rem; }
        thead th { border-bottom: 1px solid var(--rule); font-weight: 500; font-size: .82rem; line-height: 1.3; color: var(--quiet); vertical-align: bottom; white-space: normal; min-width: 4.6rem; } thead th:nth-child(2)[data-number] { min-width: 0; }
        tbody tr + tr > * { border-top: 1px solid var(--line); } th[scope=row], thead th:first-child { text-align: left; position: sticky; left: 0; background: var(--paper); font-weight: 500; } th[scope=row] { white-space: normal; } th[scope=row] > span { display: inline-block; width: max-content; max-width: 19rem; vertical-align: top; overflow-wrap: anywhere; } th[scope=row] > span > span { display: inline-block; max-width: 100%; }
        tbody tr:hover > * { background: var(--tint); } td.best { color: var(--good); font-weight: 650; } td.failure { text-align: left; white-space: normal; color: var(--bad); min-width: 18rem; }
        thead button { all: unset; cursor: pointer; } thead button:hover { color: var(--ink); } thead button:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; } thead button::after { content: " ↕"; opacity: .45; } th[aria-sort=ascending] button::after { content: " ↑"; opacity: 1; } th[aria-sort=descending] button::after { content: " ↓"; opacity: 1; }
        .filter { display: flex; flex-wrap: wrap; align-items: baseline; gap: .5rem; margin: 0 0 .9rem; font-size: .88rem; color: var(--quiet); } .filter input { font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--quiet); border-radius: 4px; padding: .3rem .6rem; width: 14rem; max-width: 100%; }
        .claim { border-left: 3px solid var(--quiet); padding: .1rem 0 .1rem 1rem; margin: 0 0 1.75rem; } .claim table { font-size: .84rem; } .claim thead th { min-width: 0; } .claim th[scope=row] > span { max-width: 15rem; } .claim thead th:nth-child(2) { text-align: left; } .claim h3 { max-width: 44rem; overflow-wrap: anywhere; } .verdict { margin: .2rem 0 .7rem; font-weight: 600; }
        .claim.holds { border-color: var(--good); } .claim.fails { border-color: var(--bad); } .claim.partly { border-color: var(--part); }
        .holds > .verdict, td.said.holds { color: var(--good); } .fails > .verdict, td.said.fails { color: var(--bad); } .partly > .verdict { color: var(--part); } .open > .verdict, td.said.open { color: var(--quiet); } td.said { text-align: left; white-space: normal; min-width: 7.5rem; max-width: 12rem; }
        .legend { list-style: none; display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; margin: 0 0 .6rem; padding: 0; font-size: .9rem; } .legend li { margin: 0; overflow-wrap: anywhere; } .s1 { color: var(--s1); } .s2 { color: var(--s2); } .s3 { color: var(--s3); } .s4 { color: var(--s4); } .s5 { color: var(--s5); } .s6 { color: var(--s6); } .s7 { color: var(--s7); } .s8 { color: var(--s8); }
        .panels { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 21rem), 1fr)); gap: 1.4rem 1.6rem; } .pairs { grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); } figure { margin: 0; min-width: 0; max-width: 30rem; } .facts { margin-top: 1.4rem; } figcaption { font-size: .88rem; color: var(--quiet); margin-bottom: .2rem; }
        figure svg { display: block; width: 100%; height: auto; color: var(--quiet); overflow: visible; } svg text { font-family: var(--sans); }
        .images { border: 0; } .images tbody tr > * { border: 0; background: var(--paper); padding: .3rem; vertical-align: top; text-align: center; } .images th[scope=row] { text-align: left; padding-right: 1rem; } .images th[scope=row] > span { max-width: 9rem; }
        .images img { width: 5.25rem; height: auto; display: block; image-rendering: pixelated; border-radius: 2px; margin-bottom: 3px; } .images span { font-size: .76rem; color: var(--quiet); }
        dl { display: grid; grid-template-columns: minmax(6rem, max-content) 1fr; gap: .35rem 1.4rem; font-size: .9rem; margin: 0; } dt { color: var(--quiet); overflow-wrap: anywhere; } dd { margin: 0; overflow-wrap: anywhere; }
        details { margin-top: 1rem; } summary { cursor: pointer; color: var(--link); font-size: .92rem; } details > :not(summary) { margin-top: .8rem; }
        @media (max-width: 34rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .7rem; } th, td { padding-inline: .55rem; } th[scope=row] > span, .claim th[scope=row] > span { max-width: 8.75rem; } .claim { padding-left: .75rem; } .images img { width: 4.5rem; } }
        @media print { body { max-width: none; padding: 0; } nav, .filter, .download { display: none; } .scroll { overflow: visible; } section { break-inside: avoid; } }
        """;
}
