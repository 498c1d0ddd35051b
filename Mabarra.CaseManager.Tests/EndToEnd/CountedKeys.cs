using Microsoft.Playwright;

namespace Mabarra.CaseManager.Tests.EndToEnd;

/// <summary>A keyboard that counts, and no mouse. After every key that moves it the focus must be somewhere, and visible.</summary>
internal sealed class CountedKeys(IPage page)
{
    private const string Focus = """
        () => {
          const e = document.activeElement;
          if (!e || e === document.body) return 'nowhere';
          // A field that is drawn by its frame shows the focus there.
          const shown = [e, e.parentElement, e.closest('label, .file-drop, .search, .choice')].filter(Boolean).some(x => {
            const s = getComputedStyle(x);
            return s.boxShadow !== 'none' || (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0);
          });
          const box = e.getBoundingClientRect();
          const seen = box.bottom > 0 && box.top < innerHeight;
          return shown && seen ? '' : `${shown ? 'out of sight' : 'no mark'}: ${e.outerHTML.slice(0, 150)}`;
        }
        """;

    /// <summary>Keys pressed besides what is typed as text.</summary>
    public int Moves { get; private set; }

    /// <summary>Characters typed as text.</summary>
    public int Characters { get; private set; }

    public async Task PressAsync(string key, int times = 1)
    {
        for (var i = 0; i < times; i++)
            await page.Keyboard.PressAsync(key);
        Moves += times;
    }

    public async Task TypeAsync(string text)
    {
        await page.Keyboard.TypeAsync(text);
        Characters += text.Length;
    }

    /// <summary>Waits until the focus stands there, and can be seen.</summary>
    public async Task AtAsync(ILocator place)
    {
        try
        {
            await Assertions.Expect(place).ToBeFocusedAsync(new() { Timeout = 15_000 });
        }
        catch (PlaywrightException e)
        {
            Assert.Fail($"The focus is at {await page.EvaluateAsync<string>("() => document.activeElement?.outerHTML.slice(0, 200)")}. {e.Message}");
        }
        Assert.Equal("", await page.EvaluateAsync<string>(Focus));
    }
}
