using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Mabarra.CaseManager.Tests.EndToEnd.EveryPage;

/// <summary>Looks at a page as it stands, at both widths and in both themes, and tells what is wrong with it.</summary>
internal sealed class PageLook(string language)
{
    private const string Problems = """
        ({ language }) => {
          const found = [];
          const root = document.documentElement;
          const dir = language === 'ar' ? 'rtl' : 'ltr';
          if (root.dir !== dir || root.lang !== language) found.push(`dir=${root.dir} lang=${root.lang}`);
          if (!/\S · \S/.test(document.title)) found.push(`title "${document.title}"`);
          if (root.scrollWidth > root.clientWidth) {
            const wide = [...document.querySelectorAll('body *')].find(e => { const b = e.getBoundingClientRect(); return b.width > 0 && (b.left < -1 || b.right > root.clientWidth + 1) && getComputedStyle(e).position !== 'fixed'; });
            found.push(`scrolls sideways: ${root.scrollWidth} > ${root.clientWidth} ${wide?.outerHTML.slice(0, 120)}`);
          }
          if (language === 'ar') {
            const allowed = 'bdi, code, kbd, svg, script, noscript, style, pre, [lang=en], [dir=ltr], input, textarea, .sr-only[lang]';
            // Numbers of records, kinds of files, names of products, words of the console, and samples of what is typed in Latin letters.
            const known = /\b([A-Z]+-\d{4}-\d+|PDF|JPG|PNG|(Google|Microsoft) Authenticator|Restored|replaced|majed|orphans|widows)\b/g;
            const latin = { test: text => /[A-Za-z]{2,}/.test(text.replace(known, '')) };
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            for (let node = walker.nextNode(); node; node = walker.nextNode())
              if (latin.test(node.data) && !node.parentElement.closest(allowed)) found.push(`Latin text "${node.data.trim().slice(0, 60)}"`);
            for (const element of document.body.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
              for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
                if (latin.test(element.getAttribute(name) ?? '') && !element.closest('[lang=en], [dir=ltr], kbd')) found.push(`Latin ${name} "${element.getAttribute(name)}"`);
          }
          return found;
        }
        """;

    private const string Accessibility = """
        async ({ colours }) => {
          const colourRules = ['color-contrast', 'link-in-text-block'];
          const run = colours === 'only' ? { runOnly: { type: 'rule', values: colourRules } }
            : colours === 'none' ? { rules: Object.fromEntries(colourRules.map(rule => [rule, { enabled: false }])) } : {};
          // Style sheets fetched once more would serve only rules about other origins.
          const axed = await axe.run(document, { ...run, resultTypes: ['violations'], preload: false });
          return axed.violations.flatMap(violation => violation.nodes.slice(0, 3).map(node =>
            `axe ${violation.id}: ${node.html.slice(0, 160)} ${(node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? ''}`));
        }
        """;

    /// <summary>Where to keep pictures for a person to look at; none by default.</summary>
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("MABARRA_PICTURES");

    private readonly bool isArabic = string.Equals(language, "ar", StringComparison.Ordinal);

    public List<string> Found { get; } = [];

    public static string Script { get; } = new BundledAxeScriptProvider().GetScript();

    /// <summary>
    /// Width, direction and words at each width. Accessibility at both widths in Arabic and at the wide one in English: what a narrow page folds
    /// away does not depend on the language, nor do colours on width or language. In the dark only colours can have changed. Colours, the slowest
    /// to reckon, are so looked at once in each theme.
    /// </summary>
    public async Task LookAsync(IPage page, string name)
    {
        foreach (var (width, height, isAxed, isDarkLooked) in new[] { (1366, 768, true, isArabic), (390, 844, isArabic, false) })
        {
            await page.SetViewportSizeAsync(width, height);
            await DressAsync(page, "light");
            Add(await page.EvaluateAsync<string[]>(Problems, new { language }), name, width, "light");
            if (isAxed)
                Add(await page.EvaluateAsync<string[]>(Accessibility, new { colours = isDarkLooked ? "too" : "none" }), name, width, "light");
            await KeepAsync(page, $"{name}-{language}-{width}-light");
            if (!isDarkLooked)
                continue;
            await DressAsync(page, "dark");
            Add(await page.EvaluateAsync<string[]>(Accessibility, new { colours = "only" }), name, width, "dark");
            await KeepAsync(page, $"{name}-{language}-{width}-dark");
        }
        await DressAsync(page, "light");
        await page.SetViewportSizeAsync(1366, 768);
    }

    private static async Task DressAsync(IPage page, string theme) => await page.EvaluateAsync("theme => { document.documentElement.dataset.theme = theme; }", theme);

    private static async Task KeepAsync(IPage page, string picture)
    {
        if (Pictures is not null)
            await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, picture + ".png"), FullPage = true });
    }

    private void Add(IEnumerable<string> found, string name, int width, string theme) => Found.AddRange(found.Select(f => $"{name} [{language} {width} {theme}] {f}"));
}
