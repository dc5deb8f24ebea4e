const TABS = [['database', 'Database'], ['functions', 'Functions'], ['wechat', 'WeChat'], ['timers', 'Time'], ['files', 'Files'], ['faults', 'Faults']] as const

/** The page's frame; what stands in it is made by its script. */
export const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>devcloud</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/devcloud/page.css">
<header>
  <h1>devcloud <small id="env"></small></h1>
  <p id="clock"></p>
  <p id="link" role="status"></p>
</header>
<div id="alarm" role="status" hidden></div>
<nav aria-label="What to look at"><div role="tablist">
  ${TABS.map(([id, label]) => `<button role="tab" id="tab-${id}" aria-controls="${id}" aria-selected="false">${label}</button>`).join('\n  ')}
</div></nav>
<main>
  ${TABS.map(([id]) => `<section role="tabpanel" id="${id}" aria-labelledby="tab-${id}" hidden></section>`).join('\n  ')}
</main>
<script src="/devcloud/page.js"></script>
</html>
`
