using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Beneficiaries.Importing;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.Playwright;

namespace Mabarra.CaseManager.Tests.EndToEnd.EveryPage;

/// <summary>How one page is reached by somebody who may, and when it is there.</summary>
/// <param name="Route">Its template, as the page declares it.</param>
/// <param name="State">Which of the page's states, where it has several.</param>
/// <param name="Open">Leads to it; the page returned is looked at.</param>
/// <param name="Ready">There as soon as the page shows what it has.</param>
internal sealed record PageEntry(string Route, string State, Func<PageWorld, Task<IPage>> Open, string Ready)
{
    public string Name => (Route.Trim('/') is { Length: > 0 } path ? path.Replace('/', '_').Replace(":guid", "", StringComparison.Ordinal).Replace(":int", "", StringComparison.Ordinal) : "home") + (State.Length > 0 ? "-" + State : "");
}

/// <summary>Every page of the app; a new one needs its line here.</summary>
internal static class PageList
{
    public static IReadOnlyList<PageEntry> All { get; } =
    [
        At("/", "reception", ".tile"),
        At("/", "admin", ".tile", "admin"),
        Then("/board", "help", "reception", "#help-panel ol", page => page.Locator("#how").ClickAsync()),
        At("/reception", "reception", ".visit"),
        Then("/reception", "closing", "reception", ".visit form textarea", page => page.Locator(".visit button").Last.ClickAsync()),
        Then("/reception", "leaving", "reception", ".visit form", page => page.Locator(".visit .form-actions .btn-quiet").Last.ClickAsync()),
        At("/reception/questions", "reception", "main .card"),
        At("/reception/display", "reception", ".hall-now"),
        At("/beneficiaries", "reception", "tbody tr:not(.skeleton)"),
        At("/beneficiaries", "liaison", ".empty", "empty"),
        At("/beneficiaries", "committee", ".full-message", "not-yours"),
        Then("/beneficiaries", "search", "reception", "#global-results a", page => page.Locator("#global-search").PressSequentiallyAsync("العمري")),
        At("/beneficiaries/new", "reception", "form.form"),
        Then("/beneficiaries/new", "errors", "reception", "[aria-invalid=true]", page => page.Locator("form.form button[type=submit]").First.ClickAsync()),
        At("/beneficiaries/{Id:guid}", "reception", ".facts", path: w => $"/beneficiaries/{w.Beneficiary}"),
        Part("reception", "family"),
        Part("reception", "acting"),
        Part("reception", "more"),
        Part("manager", "sensitive"),
        Part("manager", "trail"),
        Part("manager", "access"),
        At("/beneficiaries/{Id:guid}/edit", "reception", "form.form", path: w => $"/beneficiaries/{w.Beneficiary}/edit"),
        At("/requests", "reception", "tbody tr:not(.skeleton)"),
        At("/beneficiaries/{Id:guid}/merge", "manager", ".finder", path: w => $"/beneficiaries/{w.Beneficiary}/merge"),
        At("/beneficiaries/import", "reception", ".import-steps"),
        new("/beneficiaries/import/{Id:guid}", "", OpenImportAsync, ".findings"),
        At("/requests/new", "reception", "form.form select", path: w => $"/requests/new?beneficiary={w.Beneficiary}"),
        At("/requests/{Id:guid}", "reception", ".due-day", "complete", w => $"/requests/{w.Complete}"),
        At("/requests/{Id:guid}", "reception", ".checklist-item", "begun", w => $"/requests/{w.Begun}"),
        Then("/requests/{Id:guid}", "receiving", "reception", "form.receive", page => page.Locator(".checklist-acts button").First.ClickAsync(), w => $"/requests/{w.Begun}"),
        At("/requests/{Id:guid}", "manager", ".due-day", "manager", w => $"/requests/{w.Complete}"),
        Then("/requests/{Id:guid}", "exempting", "manager", "form.receive", page => page.Locator(".checklist-acts button.btn-quiet").First.ClickAsync(), w => $"/requests/{w.Begun}"),
        At("/requests/back-check", "manager", "main .empty, tbody tr:not(.skeleton)"),
        At("/board", "reception", ".lane-card"),
        At("/requests/to-tell", "reception", "tbody tr:not(.skeleton)"),
        Then("/requests/to-tell", "telling", "reception", "form.form", page => page.Locator("tbody td:last-child button").First.ClickAsync()),
        At("/channels", "manager", ".tiles .card"),
        Then("/channels", "editing", "manager", "form.form", page => page.Locator(".tiles .btn-quiet").First.ClickAsync()),
        At("/contacts", "reception", "main .empty, tbody tr:not(.skeleton)"),
        At("/contacts/new", "reception", "form.form"),
        Then("/contacts/{Id:guid}", "", "reception", ".facts", page => page.Locator("tbody tr a").First.ClickAsync(), _ => "/contacts"),
        At("/information", "manager", "main .empty, .tiles .card"),
        At("/information/announcements/{Id:guid}", "manager", "main .empty", path: _ => $"/information/announcements/{Guid.Empty}"),
        At("/notices", "reception", "tbody tr:not(.skeleton)"),
        Then("/notices/{Id:guid}", "", "reception", ".timeline", page => page.Locator("tbody tr a").First.ClickAsync(), _ => "/notices"),
        At("/settings/sending", "manager", "form.form"),
        At("/committee/board", "manager", ".review-card"),
        At("/committee/cases/{Id:guid}", "manager", ".facts", path: w => $"/committee/cases/{w.Complete}"),
        At("/committee/sittings", "manager", "main .empty, tbody tr"),
        At("/committee/sittings/{Id:guid}", "manager", ".full-message, .agenda", path: _ => $"/committee/sittings/{Guid.Empty}"),
        At("/committee/minutes/{Id:guid}", "manager", ".full-message, .minutes-paper", path: _ => $"/committee/minutes/{Guid.Empty}"),
        At("/committee", "manager", "tbody tr"),
        Then("/committee", "adding", "manager", "form.form", page => page.Locator(".page-actions button").First.ClickAsync()),
        At("/committee", "committee", ".empty", "none"),
        new("/committee/{Id:guid}", "", OpenCommitteeAsync, "form.form"),
        At("/inquiries", "reception", "main .card"),
        At("/inquiries/new", "reception", "form.form"),
        new("/inquiries/{Id:guid}", "", OpenInquiryAsync, ".facts"),
        At("/answers", "manager", "main .card"),
        Then("/answers", "writing", "manager", "form.form", page => page.Locator(".page-actions button").First.ClickAsync()),
        At("/liaison", "manager", ".matrix-tools"),
        At("/liaison", "manager", ".facts", "cell", _ => "/liaison?cell=Widows/Housing"),
        Then("/liaison", "assigning", "manager", "form.form", page => page.Locator(".page-actions button").First.ClickAsync()),
        At("/liaison/mine", "liaison", "main .card"),
        At("/holidays", "manager", "tbody tr:not(.skeleton)"),
        Then("/holidays", "adding", "manager", "form.form", page => page.Locator(".page-actions button").First.ClickAsync()),
        Then("/holidays", "preview", "manager", ".preview-sums", page => PageWorld.ForeseeClosureAsync(page, "25")),
        At("/library", "hr", ".shelf-item"),
        Then("/library", "adding", "hr", "form.form", page => page.Locator(".page-actions button").First.ClickAsync()),
        new("/library/{Id:guid}", "", w => PolicyAsync(w, "hr", "a.btn-small"), "table"),
        new("/library/versions/{Id:guid}", "", w => PolicyAsync(w, "reception", "h2 a"), ".policy-item"),
        new("/library/versions/{Id:guid}/edit", "", EditPolicyAsync, "form.form .policy-mark, .draft-line"),
        new("/library/{Id:guid}/compare", "", ComparePolicyAsync, "ol.compare"),
        At("/library/staff", "hr", "tbody tr:not(.skeleton)"),
        Then("/library/staff", "adding", "hr", "form.form .form-grid", page => page.Locator(".page-actions button.btn-primary").ClickAsync()),
        At("/library/staff/import", "hr", ".import-steps"),
        At("/library/awareness", "hr", ".cover"),
        At("/library/coverage", "hr", ".cover"),
        new("/library/record/{Id:guid}", "", RecordSignatureAsync, "form.form"),
        new("/library/{Id:guid}/questions", "", QuestionsAsync, ".checklist-item"),
        At("/library/mine", "reception", ".shelf-item"),
        new("/library/sign/{Id:guid}", "reading", SignPolicyAsync, ".reading-bar"),
        At("/policy", "reception", ".policy-item"),
        At("/policy/{Clause}", "reception", ".policy-cited", path: _ => "/policy/%D8%AA-%D9%A6"),
        At("/public/policies", null, ".public-reading"),
        At("/public/policies/{Id:guid}", null, ".status-code, .public-reading", path: _ => $"/public/policies/{Guid.Empty}"),
        At("/settings", "manager", ".tile"),
        At("/settings/lists", "manager", "tbody tr"),
        Then("/settings/lists", "renaming", "manager", "form.form", page => page.Locator("tbody tr .row-acts button").Nth(2).ClickAsync()),
        At("/settings/services", "manager", "tbody tr"),
        Then("/settings/services", "adding", "manager", "form.form", page => page.Locator(".page-actions button").First.ClickAsync()),
        new("/settings/services/{Id:guid}", "", OpenServiceAsync, ".checklist-item"),
        At("/settings/limits", "manager", "form.form"),
        At("/settings/numbers", "manager", "form.form"),
        At("/settings/texts", "manager", ".text-list a"),
        Then("/settings/texts", "writing", "manager", ".text-versions", page => page.Locator(".text-list a").First.ClickAsync()),
        At("/settings/association", "manager", "form.form"),
        Then("/", "shortcuts", "manager", ".mud-dialog", page => page.Keyboard.PressAsync("Shift+?")),
        Then("/", "reconnect", "manager", "dialog.reconnect[open]", ShowReconnectAsync),
        At("/settings/accounts", "admin", "tbody tr:not(.skeleton)"),
        At("/settings/accounts/new", "admin", "form.form"),
        new("/settings/accounts/{Id:guid}", "", OpenAccountAsync, "form.form"),
        At("/settings/permissions", "admin", "table"),
        At("/settings/backups", "admin", "h1"),
        At("/settings/audit", "manager", "tbody tr:not(.skeleton)"),
        At("/settings/access", "manager", "tbody tr:not(.skeleton)"),
        At("/not-found", "reception", ".full-message"),
        At("/status/{Code:int}", null, ".status-code", path: _ => "/status/404"),
        At("/not-yours", null, ".full-message"),
        At("/ui-kit", "reception", "main .btn"),
        At("/sign-in", null, "form"),
        At("/verify", null, "form"),
        At("/verify/{Code}", null, "form", path: _ => "/verify/2222-3333-4444-5555"),
        At("/track", null, "form", path: _ => "/track?number=REQ-2026-00001&code=2222333344445555"),
        Then("/track", "unknown", null, ".banner", FollowUnknownAsync, _ => "/track?number=REQ-2026-00001&code=2222333344445555"),
        At("/phone/{Code}", null, ".banner", "none", _ => "/phone/2222333344445555"),
        new("/phone/{Code}", "open", OpenPhoneAsync, "form[data-phone]"),
        new("/requests/{Id:guid}", "phone", w => OpenQrAsync(w), ".phone-code img"),
        At("/account/security", "manager", "form"),
        At("/account/confirm", "manager", "form"),
        new("/set-up", "", OpenSetUpAsync, "form"),
        new("/account/first-password", "", OpenFirstPasswordAsync, "form"),
        // In this order, by an account that has no second factor yet.
        new("/account/two-factor", "start", w => GoAsync(w, w.Own, "/account/two-factor"), "form"),
        new("/account/two-factor", "scan", StartTwoFactorAsync, ".qr"),
        new("/account/recovery-codes", "", EnableTwoFactorAsync, "code"),
        new("/sign-in/code", "", OpenCodeAsync, "form"),
        new("/sign-in/recovery", "", OpenRecoveryAsync, "form"),
    ];

    private static PageEntry At(string route, string? account, string ready, string state = "", Func<PageWorld, string>? path = null) =>
        new(route, state, world => GoAsync(world, account, path?.Invoke(world) ?? route), ready);

    /// <summary>A part of a beneficiary's file.</summary>
    private static PageEntry Part(string account, string key) =>
        At("/beneficiaries/{Id:guid}", account, $"[role=tabpanel][aria-labelledby$='-{key}'] :is(section, table, form, .empty, p)", key, w => $"/beneficiaries/{w.Beneficiary}?tab={key}");

    private static PageEntry Then(string route, string state, string? account, string ready, Func<IPage, Task> act, Func<PageWorld, string>? path = null) => new(route, state, async world =>
    {
        var page = await GoAsync(world, account, path?.Invoke(world) ?? route);
        await page.Locator("main h1").First.WaitForAsync();
        await act(page);
        return page;
    }, ready);

    private static async Task<IPage> GoAsync(PageWorld world, string? account, string path)
    {
        var page = await world.AsAsync(account);
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>A request nobody made.</summary>
    private static async Task FollowUnknownAsync(IPage page)
    {
        await page.Locator("#tail").FillAsync("0101");
        await page.Locator("form[action='/track/check'] button").ClickAsync();
    }

    private static async Task<IPage> PolicyAsync(PageWorld world, string account, string link)
    {
        var page = await GoAsync(world, account, "/library");
        await page.Locator($".shelf-item >> {link}").First.ClickAsync();
        return page;
    }

    private static async Task<IPage> RecordSignatureAsync(PageWorld world)
    {
        var page = await GoAsync(world, "hr", "/library/coverage?state=open");
        await page.Locator("tbody[role=rowgroup] a, .table a").First.ClickAsync();
        return page;
    }

    private static async Task<IPage> QuestionsAsync(PageWorld world)
    {
        var page = await PolicyAsync(world, "hr", "a.btn-small");
        await page.Locator(".page-actions a.btn-quiet").First.ClickAsync();
        return page;
    }

    private static async Task<IPage> SignPolicyAsync(PageWorld world)
    {
        var page = await GoAsync(world, "reception", "/library/mine");
        await page.Locator(".shelf-item a.btn-primary").First.ClickAsync();
        return page;
    }

    private static async Task<IPage> EditPolicyAsync(PageWorld world)
    {
        var page = await PolicyAsync(world, "hr", "a.btn-small");
        await page.Locator(".page-actions a.btn-primary").ClickAsync();
        return page;
    }

    private static async Task<IPage> ComparePolicyAsync(PageWorld world)
    {
        var page = await PolicyAsync(world, "hr", "a.btn-small");
        await page.Locator("table").WaitForAsync();
        await page.GotoAsync(page.Url + "/compare");
        await page.Locator("main p[role=status] ~ button").ClickAsync();
        return page;
    }

    private static Task ShowReconnectAsync(IPage page) => page.EvaluateAsync(
        "() => { const dialog = document.getElementById('components-reconnect-modal'); dialog.className = 'reconnect components-reconnect-failed'; dialog.showModal(); }");

    private static async Task<IPage> OpenAccountAsync(PageWorld world)
    {
        var page = await GoAsync(world, "admin", "/settings/accounts");
        await page.Locator("tbody tr a").First.ClickAsync();
        return page;
    }

    /// <summary>A right row, one to decide of, and a broken one.</summary>
    private static async Task<IPage> OpenImportAsync(PageWorld world)
    {
        var page = await GoAsync(world, "reception", "/beneficiaries/import");
        // Of this language's own people: the other one's file may be before it.
        var first = world.Arabic ? 701 : 711;
        using var file = await Workbooks.StreamedAsync(
            Workbooks.Row(first), Workbooks.Row(first + 1, (ImportField.Mobile, Workbooks.Row(first)[ImportField.Mobile])), Workbooks.Row(first + 2, (ImportField.IdNumber, "1098"), (ImportField.Gender, "")));
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "سجل.xlsx", MimeType = "application/octet-stream", Buffer = file.ToArray() });
        return page;
    }

    /// <summary>The code for a telephone, beside a paper of which a copy is kept.</summary>
    private static async Task<IPage> OpenQrAsync(PageWorld world)
    {
        var page = await GoAsync(world, "reception", $"/requests/{world.Begun}");
        await page.Locator("#Declaration input[type=radio]").Nth(1).CheckAsync();
        await page.Locator("#Declaration .phone-pick button").ClickAsync();
        return page;
    }

    private static async Task<IPage> OpenPhoneAsync(PageWorld world)
    {
        var address = await (await OpenQrAsync(world)).Locator(".phone-address").InnerTextAsync();
        return await GoAsync(world, null, new Uri(address.Trim()).AbsolutePath);
    }

    private static async Task<IPage> OpenInquiryAsync(PageWorld world)
    {
        var page = await GoAsync(world, "reception", "/inquiries/new");
        await page.Locator("form.form input.input").First.FillAsync("هند سعود المطيري");
        await page.Locator("form.form textarea").FillAsync("ما شروط مساعدة الإيجار؟");
        await page.Locator("form.form button[type=submit]").ClickAsync();
        return page;
    }

    private static async Task<IPage> OpenServiceAsync(PageWorld world)
    {
        var page = await GoAsync(world, "manager", "/settings/services");
        await page.Locator("tbody tr a").First.ClickAsync();
        await page.Locator(".checklist-item button[aria-expanded]").First.ClickAsync();
        return page;
    }

    private static async Task<IPage> OpenCommitteeAsync(PageWorld world)
    {
        var page = await GoAsync(world, "manager", "/committee");
        await page.Locator("tbody tr a").First.ClickAsync();
        await page.Locator(".card-actions button").First.ClickAsync();
        return page;
    }

    private static async Task<IPage> OpenSetUpAsync(PageWorld world)
    {
        var page = await world.UnsetAsync();
        await page.GotoAsync("/");
        return page;
    }

    private static async Task<IPage> OpenFirstPasswordAsync(PageWorld world)
    {
        // Making an account asks for a sign-in that is fresh, and the page kept for this account may be an hour old.
        var admin = await world.FreshAsync();
        await Browser.SignInAsync(admin, "admin", "/settings/accounts/new");
        await admin.Locator("form.form").WaitForAsync();
        var boxes = admin.Locator("form.form input.input");
        await boxes.Nth(0).FillAsync("موظفة جديدة");
        await boxes.Nth(1).FillAsync("newcomer." + world.Language);
        await admin.Locator("form.form input[type=checkbox]").First.CheckAsync();
        await admin.Locator("form.form button[type=submit]").ClickAsync();
        var password = await admin.Locator(".first-password").InnerTextAsync();
        var page = await world.FreshAsync();
        await SignInAsync(page, "newcomer." + world.Language, password);
        return page;
    }

    private static async Task<IPage> StartTwoFactorAsync(PageWorld world)
    {
        var page = await GoAsync(world, world.Own, "/account/two-factor");
        await page.Locator("main input[type=password]").FillAsync(DemonstrationAccounts.Password);
        await page.Locator("main form button[type=submit]").ClickAsync();
        return page;
    }

    private static async Task<IPage> EnableTwoFactorAsync(PageWorld world)
    {
        var page = await world.AsAsync(world.Own);
        var key = await page.Locator("main code").First.InnerTextAsync();
        await page.Locator("main form input.input").FillAsync(Totp.Now(key));
        await page.Locator("main form button[type=submit]").ClickAsync();
        await page.WaitForURLAsync("**/account/recovery-codes", Browser.AtOnce);
        return page;
    }

    private static async Task<IPage> OpenCodeAsync(PageWorld world)
    {
        var page = await world.FreshAsync();
        await SignInAsync(page, world.Own, DemonstrationAccounts.Password);
        return page;
    }

    private static async Task<IPage> OpenRecoveryAsync(PageWorld world)
    {
        var page = await OpenCodeAsync(world);
        await page.GotoAsync("/sign-in/recovery");
        return page;
    }

    private static async Task SignInAsync(IPage page, string userName, string password)
    {
        await page.GotoAsync("/sign-in");
        await page.Locator("input[name='Form.UserName']:visible").FillAsync(userName);
        await page.Locator("input[name='Form.Password']:visible").FillAsync(password);
        await page.Locator("form:has(input[name='Form.Password']:visible) button[type=submit]").First.ClickAsync();
        await page.WaitForURLAsync(url => !new Uri(url).AbsolutePath.EndsWith("/sign-in", StringComparison.Ordinal), Browser.AtOnce);
    }
}
