using Mabarra.CaseManager.Benchmarks.Generate;
using Microsoft.Playwright;

namespace Mabarra.CaseManager.Benchmarks.Circuits;

/// <summary>A real browser beside the app: from a key pressed in the search to its results on the screen, and from following a result to the whole file.</summary>
internal static class Keystrokes
{
    private const string Chromium = "/usr/bin/chromium";

    /// <summary>Presses one key within the page and waits there for the frame that shows its answer: no wire to the browser is in the figure.</summary>
    private const string Press = """
        async ({ text }) => {
          const box = document.getElementById('global-search'), results = document.getElementById('global-results');
          const start = performance.now();
          box.value = text;
          box.dispatchEvent(new InputEvent('input', { bubbles: true }));
          await new Promise((done, fail) => {
            const late = setTimeout(() => fail(new Error('no results for ' + text)), 10000);
            const look = () => { if (results.dataset.for === text) { clearTimeout(late); seen.disconnect(); requestAnimationFrame(() => done()); } };
            const seen = new MutationObserver(look);
            seen.observe(results, { attributes: true, childList: true, subtree: true });
            look();
          });
          return performance.now() - start;
        }
        """;

    private const string Follow = """
        async () => {
          const start = performance.now();
          document.querySelector('#global-results a').click();
          await new Promise((done, fail) => {
            const late = setTimeout(() => fail(new Error('no file')), 10000);
            const look = () => { if (location.pathname.startsWith('/beneficiaries/') && document.querySelector('main .facts')) { clearTimeout(late); seen.disconnect(); requestAnimationFrame(() => done()); } };
            const seen = new MutationObserver(look);
            seen.observe(document.body, { childList: true, subtree: true });
            look();
          });
          return performance.now() - start;
        }
        """;

    public static async Task RunAsync(string folder, int people)
    {
        await using var stage = await Stage.SetAsync(folder, 1);
        using var driver = await Playwright.CreateAsync();
        await using var browser = await driver.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--headless", "--no-sandbox", "--disable-gpu"] });
        var page = await browser.NewPageAsync(new() { BaseURL = stage.Address.ToString(), Locale = "ar" });
        await Stage.SignInAsync(page);
        var (keys, files) = (new List<double>(), new List<double>());
        var dice = new Random(1);
        for (var round = -3; round < people; round++)
        {
            var (pressed, opened) = await OneAsync(page, Person.Of(dice.Next(stage.People) + 1));
            if (round < 0)
                continue;
            keys.AddRange(pressed);
            files.Add(opened);
        }

        Print("a key pressed to its results shown", keys, 150);
        Print("a result followed to the whole file shown", files, 300);
        Console.WriteLine($"{stage.People:N0} files; load {ServerMeter.Load()}");
    }

    private static async Task<(List<double> Keys, double File)> OneAsync(IPage page, Person person)
    {
        await page.Locator("#global-search").FocusAsync();
        var typed = $"{person.First} {person.Family}";
        var keys = new List<double>();
        // As a clerk types: the first letters of the name, then the whole of it, a key at a time.
        for (var length = 2; length <= typed.Length; length++)
        {
            if (typed[length - 1] != ' ')
                keys.Add(await page.EvaluateAsync<double>(Press, new { text = typed[..length] }));
        }

        return (keys, await page.EvaluateAsync<double>(Follow));
    }

    private static void Print(string what, List<double> times, double goal)
    {
        times.Sort();
        Console.WriteLine($"{what}: {times.Count} times, median {At(0.5):0.0}, p95 {At(0.95):0.0}, worst {times[^1]:0.0} ms (goal {goal:0})");

        double At(double share) => times[Math.Min(times.Count - 1, (int)(times.Count * share))];
    }
}
