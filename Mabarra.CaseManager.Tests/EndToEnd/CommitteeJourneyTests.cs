using Mabarra.CaseManager.Committee;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Staff.SignIn;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Mabarra.CaseManager.Tests.EndToEnd;

/// <summary>A sitting before four browsers at once: secretary, chair and two members. Planned, opened, voted with a tie and a reservation, signed, sealed (ت-٥, ت-٦).</summary>
public sealed class CommitteeJourneyTests : HostedJourney
{
    [Fact]
    public async Task Four_browsers_hold_a_sitting_from_its_plan_to_its_sealed_minutes()
    {
        Poppler.Require();
        var request = await ReadyAsync();
        await FormAsync();
        await using var browser = await Browser.StartAsync();
        var pages = new List<IPage>();
        foreach (var name in (string[])["secretary", "committee", "first", "second"])
        {
            var page = await browser.NewPageAsync(App);
            await Browser.SignInAsync(page, name, "/committee/sittings");
            pages.Add(page);
        }

        var (secretary, chair, first, second) = (pages[0], pages[1], pages[2], pages[3]);
        var sitting = await PlanAsync(secretary);
        await ListAsync(secretary);
        await chair.GotoAsync(sitting);
        await ClickAsync(chair, "اعتماد جدول الأعمال ودعوة الأعضاء");
        foreach (var page in (IPage[])[secretary, first, second])
            await page.GotoAsync(sitting);
        foreach (var member in (string[])["سعاد بنت محمد الفهد", "فهد بن إبراهيم العتيبي", "علي بن حسن الشهري", "مها بنت خالد السبيعي"])
            await secretary.GetByRole(AriaRole.Button, new() { Name = $"تسجيل حضور {member}" }).ClickAsync();
        await chair.GetByText("حاضر الآن").Nth(3).WaitForAsync();
        await ClickAsync(chair, "افتتاح الجلسة");
        await VoteAsync(secretary, chair, first, second);

        await ClickAsync(chair, "إنهاء الجلسة");
        await ClickAsync(secretary, "كتابة المحضر");
        await ClickAsync(secretary, "تثبيت النص وطلب التوقيع");
        await secretary.Locator(".mud-dialog, dialog[open]").GetByRole(AriaRole.Button, new() { Name = "تثبيت النص وطلب التوقيع" }).ClickAsync();
        await secretary.Locator("canvas").WaitForAsync();
        var minutes = secretary.Url;
        foreach (var page in (IPage[])[secretary, first, second, chair])
            await SignAsync(page, minutes);

        await chair.GetByText("خُتم في").WaitForAsync();
        await chair.GotoAsync("/committee/board");
        await LookAsync(chair, "board");
        // The other pages learn of it by themselves.
        await secretary.GetByText("خُتم في").WaitForAsync();
        await LookAsync(secretary, "sealed");
        var href = await secretary.GetByText("فتح المحضر للطباعة").GetAttributeAsync("href");
        var pdf = await (await secretary.Context.APIRequest.GetAsync(new Uri(new Uri(secretary.Url), href).ToString())).BodyAsync();
        Assert.Contains("Signature is Valid", Poppler.Seal(pdf), StringComparison.Ordinal);
        var text = PdfReading.Plain(Poppler.Text(pdf));
        foreach (var word in (string[])["المبلغ كبير", "وتساوت الأصوات", "علي", "1,250.00"])
            Assert.Contains(word, text, StringComparison.Ordinal);
        pdf[pdf.Length / 2] ^= 1;
        Assert.Contains("Digest Mismatch", Poppler.Seal(pdf), StringComparison.Ordinal);
        Assert.Equal(RequestStatus.Decided, (await RequestAsync(request)).Status);
    }

    /// <summary>For whoever wants to see the page: a picture in the folder <c>MABARRA_PICTURES</c> names.</summary>
    private static async Task LookAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("MABARRA_PICTURES") is { } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"committee-{name}.png"), FullPage = true });
    }

    private async Task<string> PlanAsync(IPage page)
    {
        await page.GotoAsync("/committee/sittings");
        await ClickAsync(page, "جدولة جلسة");
        var day = RiyadhTime.DayOf(Now).AddDays(2);
        await page.Locator(".date-year").SelectOptionAsync(day.Year.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await page.Locator(".date-month").SelectOptionAsync(day.Month.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await page.Locator(".date-day").SelectOptionAsync(day.Day.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await page.GetByLabel("الساعة").First.FillAsync("10:00");
        await page.GetByLabel("المكان").First.FillAsync("قاعة الاجتماعات");
        await ClickAsync(page, "جدولة الجلسة");
        await page.WaitForURLAsync(url => Guid.TryParse(new Uri(url).Segments[^1], out _), Browser.AtOnce);
        return page.Url;
    }

    /// <summary>From the board, by the keyboard's way.</summary>
    private static async Task ListAsync(IPage page)
    {
        await page.GotoAsync("/committee/board");
        await page.Locator(".review-move").First.SelectOptionAsync(new SelectOptionValue { Value = "OnAgenda" });
        await page.GetByText("إلى «مدرج في جلسة»").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    /// <summary>Two for, two against: the chair's side decides; one against it signs his reservation.</summary>
    private static async Task VoteAsync(IPage secretary, IPage chair, IPage first, IPage second)
    {
        await ClickAsync(secretary, "بدء البند");
        await secretary.GetByLabel("القرار المطروح للتصويت").SelectOptionAsync(new SelectOptionValue { Label = "مقبول" });
        await secretary.GetByLabel("المبلغ").First.FillAsync("1250");
        await secretary.GetByLabel("مادة سياسة صرف المساعدات").FillAsync("7/2");
        await ClickAsync(secretary, "طرح القرار للتصويت");
        foreach (var (page, choice, why) in new[] { (secretary, "موافق", null), (chair, "موافق", null), (first, "غير موافق", "المبلغ كبير"), (second, "غير موافق", (string?)null) })
        {
            var form = page.Locator("form.receive", new() { HasText = "تسجيل صوتي" });
            await form.GetByLabel(choice, new() { Exact = true }).CheckAsync();
            if (why is not null)
                await form.GetByLabel("تحفظ وسببه").FillAsync(why);
            await form.GetByRole(AriaRole.Button, new() { Name = "تسجيل صوتي" }).ClickAsync();
            await page.GetByText("سُجّل صوتك").WaitForAsync();
        }

        await secretary.GetByText("صوّت 4 من 4").WaitForAsync();
        await ClickAsync(secretary, "إغلاق التصويت");
        // Everybody sees the tally at once.
        foreach (var page in (IPage[])[secretary, chair, first, second])
            await page.Locator(".tally").WaitForAsync();
    }

    private static async Task SignAsync(IPage page, string minutes)
    {
        await page.GotoAsync(minutes);
        await new DeskPages(page).DrawAsync();
        await ClickAsync(page, "توقيع المحضر");
        await page.Locator("canvas").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    private static Task ClickAsync(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();

    /// <summary>The committee: chair, secretary, two members.</summary>
    private async Task FormAsync()
    {
        var manager = await ActAsync("manager");
        await MemberAsync("secretary", "سعاد بنت محمد الفهد");
        await MemberAsync("first", "علي بن حسن الشهري");
        await MemberAsync("second", "مها بنت خالد السبيعي");
        var committee = (await App.The<CommitteeQueries>().AllAsync(manager, Cancel)).Single(c => c.Functions == CommitteeFunction.RequestStudy).Id;
        foreach (var (name, position) in new[] { ("committee", CommitteePosition.Chair), ("secretary", CommitteePosition.Secretary), ("first", CommitteePosition.Member), ("second", CommitteePosition.Member) })
        {
            var id = (await ActAsync(name)).Actor.Id;
            await App.The<CommitteeService>().AppointAsync(
                manager, committee, await VersionAsync<StandingCommittee>(committee), new MembershipForm { EmployeeId = id, Position = position, FromOn = manager.On, IsVoting = true }, Cancel);
        }
    }

    private async Task MemberAsync(string userName, string fullName)
    {
        await using var scope = App.Services.CreateAsyncScope();
        var user = new StaffUser(userName, fullName, StaffRole.CommitteeMember)
        {
            SecurityStamp = userName,
            NormalizedUserName = scope.ServiceProvider.GetRequiredService<UserManager<StaffUser>>().NormalizeName(userName),
            PasswordHash = scope.ServiceProvider.GetRequiredService<NfcPasswordHasher>().HashPassword(null!, DemonstrationAccounts.Password),
        };
        await App.The<CaseWriter>().SaveAsync(db =>
        {
            db.Add(user);
            return Task.CompletedTask;
        }, Cancel);
    }

    private async Task<Guid> ReadyAsync()
    {
        var (_, id) = await CompletedAsync();
        var manager = await ActAsync("manager");
        await MoveAsync(id, manager, "intake.review.ready", (_, request) =>
        {
            request.MakeReady(manager);
            return Task.CompletedTask;
        });
        return id;
    }
}
