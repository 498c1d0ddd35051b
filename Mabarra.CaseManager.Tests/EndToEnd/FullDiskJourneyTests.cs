using System.Net;
using Mabarra.CaseManager.Shell;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.Playwright;

namespace Mabarra.CaseManager.Tests.EndToEnd;

/// <summary>The real app whose files stop growing under it, and its pages.</summary>
public sealed class FullDiskJourneyTests
{
    private const string Question = "متى تُصرف السلة الغذائية لهذا الشهر؟";

    [Fact]
    public async Task F2_The_disk_fills_while_a_clerk_types_she_is_told_loses_nothing_and_saves_when_there_is_room_again()
    {
        await using var browser = await Browser.StartAsync();
        await using var app = await RunningApp.StartAsync(RunningApp.Development, limitable: true);
        var page = await browser.NewPageAsync(app);
        await Browser.SignInAsync(page, "reception", "/reception");
        await page.GetByLabel("اسم الزائر").First.FillAsync("سلمى خالد المطيري");
        await page.GetByLabel("السؤال").First.FillAsync(Question);

        await app.LimitFilesAsync("1024");
        await new DeskPages(page).SaveAsync();
        await Assertions.Expect(page.Locator("[data-form-message]")).ToContainTextAsync(Words.Of<KernelText>("kernel.storage.broken"));
        await Assertions.Expect(page.Locator(".storage-banner")).ToContainTextAsync(Words.Of<ShellText>("storage.Broken"));
        await Assertions.Expect(page.GetByLabel("السؤال").First).ToHaveValueAsync(Question);
        await DoorsWhileFullAsync(app);

        await app.LimitFilesAsync("unlimited");
        await Assertions.Expect(page.Locator(".storage-banner")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
        await new DeskPages(page).SaveAsync();
        await Assertions.Expect(page.Locator(".visit")).ToHaveCountAsync(1);
        Assert.DoesNotContain("Unhandled exception", app.Output, StringComparison.Ordinal);
    }

    /// <summary>People still come in to read; a try that cannot be counted is answered with a page that says why; the probe tells the supervisor.</summary>
    private static async Task DoorsWhileFullAsync(RunningApp app)
    {
        using var other = app.NewBrowser();
        await other.SignInAsDemonstrationAsync("manager");
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/beneficiaries")).Status);
        using var wrong = app.NewBrowser();
        var refused = await wrong.SignInAsync("manager", "wrong-wrong-wrong");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "60"), (refused.Status, refused.Response.Headers.RetryAfter?.ToString()));
        Assert.Contains(Words.Of<StaffText>("notsaved.title"), WebUtility.HtmlDecode(refused.Body), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await other.GetAsync("/health/ready")).Status);
    }
}
