using Mabarra.CaseManager.Tests.Support;
using Microsoft.Playwright;

namespace Mabarra.CaseManager.Tests.EndToEnd;

/// <summary>A paper is photographed with a telephone that is not signed in, and arrives on the clerk's open page.</summary>
public sealed class PhoneJourneyTests(DevelopmentApp development) : IClassFixture<DevelopmentApp>
{
    [Fact]
    public async Task What_the_telephone_sends_arrives_on_the_open_page_and_the_code_is_then_used_up()
    {
        await using var browser = await Browser.StartAsync();
        var clerk = await browser.NewPageAsync(development.App);
        await Browser.SignInAsync(clerk, "reception");
        var desk = new DeskPages(clerk);
        await desk.RegisterAsync("1099000059");
        await desk.OpenRequestAsync();
        // A paper of which a copy is kept.
        var line = clerk.Locator(".checklist-item", new() { HasText = "إثبات الدخل" });
        await line.GetByRole(AriaRole.Button, new() { Name = "استلام" }).ClickAsync();
        await line.Locator(".phone-pick button").ClickAsync();
        await line.Locator(".phone-code img").WaitForAsync();
        var address = (await line.Locator(".phone-address").InnerTextAsync()).Trim();

        var phone = await browser.NewPageAsync(development.App, 390, 844);
        await phone.GotoAsync(address);
        Assert.DoesNotContain("العمري", await phone.ContentAsync(), StringComparison.Ordinal);
        await phone.GetByText("المستند المطلوب").WaitForAsync();
        var photo = new FilePayload { Name = "IMG_1.png", MimeType = "image/png", Buffer = Make.Signature() };
        await phone.Locator("#take").SetInputFilesAsync(photo);
        await phone.Locator("#take").SetInputFilesAsync(photo);
        await Assertions.Expect(phone.Locator(".phone-photos li")).ToHaveCountAsync(2);
        await phone.Locator(".phone-photos button").First.ClickAsync();
        await Assertions.Expect(phone.Locator(".phone-photos li")).ToHaveCountAsync(1);
        await phone.Locator("form[data-phone] button[type=submit]").ClickAsync();
        await phone.GetByText("وصلت الصور").First.WaitForAsync();

        await line.GetByText("وصل من الجوال").WaitForAsync();
        await Assertions.Expect(line.Locator(".phone-came img")).ToBeVisibleAsync();
        await line.Locator("form.receive button[type=submit]").ClickAsync();
        await line.Locator(".checklist-acts a", new() { HasText = "فتح الصورة" }).First.WaitForAsync();
        await phone.GotoAsync(address);
        Assert.Equal(0, await phone.Locator("form[data-phone]").CountAsync());
    }
}
