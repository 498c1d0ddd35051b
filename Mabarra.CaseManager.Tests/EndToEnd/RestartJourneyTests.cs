using Mabarra.CaseManager.Tests.Support;
using Microsoft.Playwright;

namespace Mabarra.CaseManager.Tests.EndToEnd;

/// <summary>The server goes away in the middle of a visit and comes back on the same database and address: nothing that was typed or drawn is lost, and nothing is half saved (D6).</summary>
public sealed class RestartJourneyTests
{
    private static readonly LocatorAssertionsToHaveValueOptions Patient = new() { Timeout = 60_000 };

    [Fact]
    public async Task D6_A_circuit_lost_in_mid_signature_loses_no_stroke_and_saves_no_half_signature()
    {
        await using var browser = await Browser.StartAsync();
        await using var app = await RunningApp.StartAsync(RunningApp.Development);
        var page = await browser.NewPageAsync(app);
        await Browser.SignInAsync(page, "reception");
        var desk = new DeskPages(page);
        await desk.RegisterAsync("1099000018");
        await desk.OpenRequestAsync();
        await page.Locator(".checklist-acts button", new() { HasText = "استلام" }).First.ClickAsync();
        var paper = page.Locator("form.receive input.input").First;
        await paper.FillAsync("1098077");
        await ContactOf(page).FillAsync("0500000202");
        await desk.DrawAsync(strokes: 2);
        await KeptDrafts.SettleAsync(app, 3);

        await app.KillAsync();
        await app.StartAsync();

        // The page finds the server again by itself, and everything stands where it stood.
        await Assertions.Expect(paper).ToHaveValueAsync("1098077", Patient);
        await Assertions.Expect(ContactOf(page)).ToHaveValueAsync("0500000202");
        await page.GetByText("رُسم هذا التوقيع قبل الانقطاع").WaitForAsync();
        Assert.Equal("", await KeptDrafts.ReadAsync(app, """SELECT "Declaration_SignedOn" FROM "ServiceRequests" """));
        Assert.Equal("0", await KeptDrafts.ReadAsync(app, """SELECT count(*) FROM "StoredDocuments" """));
        await page.WaitForFunctionAsync(HasInk);

        await page.GetByRole(AriaRole.Button, new() { Name = "حفظ التوقيع" }).ClickAsync();
        await page.GetByText("وُقّع الإقرار").WaitForAsync();
        await KeptDrafts.SettleAsync(app, 2);
        Assert.Equal("1", await KeptDrafts.ReadAsync(app, """SELECT count(*) FROM "StoredDocuments" """));
    }

    private static ILocator ContactOf(IPage page) => page.Locator("#Explanation input.input").First;

    private const string HasInk = """
        () => {
          const pad = document.querySelector('canvas');
          const points = pad.getContext('2d').getImageData(0, 0, pad.width, pad.height).data;
          let inked = 0;
          for (let i = 3; i < points.length; i += 4) if (points[i] > 0) inked++;
          return inked > 200;
        }
        """;
}
