using Mabarra.CaseManager.Administration.Settings;
using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Intake.Papers;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Tests.Administration.Settings;

/// <summary>Texts as versions: what holds, what was signed, what is refused.</summary>
public abstract class TextSuite(TestDatabase database) : PapersHouse(database)
{
    private const string Declaration = "declaration.text";
    private const string Contact = "contact";
    private const string Newer = "أقر بصحة كل ما قدمته، وأتحمل مسؤوليته المباشرة.";

    private Act Admin => By(StaffRole.SystemAdmin);

    [Fact]
    public async Task Published_words_hold_at_once_and_go_back_as_a_new_version()
    {
        var own = await The<HouseTexts>().OfAsync(Declaration, Cancel);
        Assert.Equal(1, own.No);
        Assert.Equal(2, await PublishAsync(Declaration, 1, Newer));
        Assert.Equal((2, Newer), await InForceAsync(Declaration));
        Assert.Equal(3, await The<TextService>().TakeUpAgainAsync(Admin, Declaration, 2, 1, "خطأ في الصياغة", Cancel));
        Assert.Equal((3, own.Ar), await InForceAsync(Declaration));
        var versions = await The<TextQueries>().VersionsAsync(Admin, The<HouseTexts>().Find(Declaration)!, Cancel);
        Assert.Equal([3, 2, 1], versions.Select(v => v.No));
        Assert.Equal(("خطأ في الصياغة", (int?)1, "موظفة تجريبية"), (versions[0].Why, versions[0].TakenFrom, versions[0].By));
        var written = await ReadAsync(db => db.AuditEntries.Where(e => e.Action == "settings.paper.text").OrderBy(e => e.Sequence).Select(e => new { e.Reason, e.RecordLabel }).ToListAsync(Cancel));
        Assert.Equal([("قرار المجلس", Declaration), ("خطأ في الصياغة", Declaration)], written.Select(w => (w.Reason!, w.RecordLabel!)));
    }

    [Fact]
    public async Task Signed_declaration_keeps_its_words_and_number_also_on_paper()
    {
        var signed = await OpenRequestAsync();
        await SignAsync(signed);
        var own = (await The<HouseTexts>().OfAsync(Declaration, Cancel)).Ar;
        await PublishAsync(Declaration, 1, Newer);
        var kept = (await RequestAsync(signed)).Declaration!;
        Assert.Equal((1, own), (kept.TextVersion, kept.Words));
        Assert.Contains("نص الإقرار: الإصدار 1", await FormAsync(signed), StringComparison.Ordinal);

        var unsigned = await OpenRequestAsync(beneficiary: (await RequestAsync(signed)).BeneficiaryId);
        Assert.Contains("نص الإقرار: الإصدار 2", await FormAsync(unsigned), StringComparison.Ordinal);
    }

    [Fact]
    public async Task C5_Text_changed_while_the_page_is_open_is_not_signed_under()
    {
        var id = await OpenRequestAsync();
        await PublishAsync(Declaration, 1, Newer);
        await Refused.WithAsync("intake.declaration.changed", null, () => SignAsync(id));
        Assert.Null((await RequestAsync(id)).Declaration);
        await The<DeclarationService>().SignAsync(
            By(StaffRole.FrontDesk), id, await VersionAsync(id), new DeclarationForm { Method = SignatureMethod.Pad, Drawing = Make.Signature(), TextNo = 2 }, Cancel);
        Assert.Equal((2, Newer), ((await RequestAsync(id)).Declaration!.TextVersion, (await RequestAsync(id)).Declaration!.Words));
    }

    [Fact]
    public async Task Changed_words_of_a_paper_make_the_next_print_a_new_one_and_leave_the_first_as_it_was()
    {
        var id = await OpenRequestAsync();
        var first = await PrintAsync(id, IssuedKind.RequirementsSheet);
        Assert.Equal(first, await PrintAsync(id, IssuedKind.RequirementsSheet));
        await PublishAsync("sheet.handed.text", 1, "استلم صاحب الطلب هذا الكشف.");
        var second = await PrintAsync(id, IssuedKind.RequirementsSheet);
        Assert.NotEqual(first, second);
    }

    [Theory]
    [InlineData("اتصل بالجمعية متى شئت.", "settings.text.missing")]
    [InlineData("هاتف {phone} وفاكس {fax}", "settings.text.unknown")]
    [InlineData("هاتف {phone", "settings.text.bracket")]
    [InlineData("هاتف {{phone}}", "settings.text.bracket")]
    [InlineData("هاتف phone}", "settings.text.bracket")]
    public async Task Text_with_a_wrong_place_is_refused_beside_its_side(string arabic, string code)
    {
        await Refused.WithAsync(code, nameof(TextForm.Arabic), () => PublishAsync(Contact, 1, arabic, "Telephone {phone}"));
        Assert.Equal(1, (await InForceAsync(Contact)).No);
    }

    [Fact]
    public async Task Places_are_typed_by_name_and_kept_by_code()
    {
        await PublishAsync(Contact, 1, "للسؤال: {هاتف الجمعية}.", "Ask: {association telephone}.");
        var text = await The<HouseTexts>().OfAsync(Contact, Cancel);
        Assert.Equal(("للسؤال: {phone}.", "Ask: {phone}."), (text.Ar, text.En));
        Assert.Equal("للسؤال: 0555162333.", text.Fill(CaseManager.Kernel.AppCulture.Arabic, new Dictionary<string, string>(StringComparer.Ordinal) { ["phone"] = "0555162333" }));
    }

    [Fact]
    public async Task C5_Second_of_two_publishers_is_told_and_nothing_is_lost()
    {
        await PublishAsync(Declaration, 1, Newer);
        await Assert.ThrowsAsync<StaleRecord>(() => PublishAsync(Declaration, 1, Newer + " نعم."));
        await Refused.WithAsync("settings.text.same", nameof(TextForm.Arabic), () => PublishAsync(Declaration, 2, Newer));
        await Refused.WithAsync("kernel.text.required", nameof(TextForm.Why), () => PublishAsync(Declaration, 2, Newer + " نعم.", why: " "));
        Assert.Equal((2, Newer), await InForceAsync(Declaration));
    }

    [Fact]
    public async Task Others_neither_read_nor_publish()
    {
        var clerk = By(StaffRole.FrontDesk);
        var form = new TextForm { Arabic = Newer, English = "x", Why = "x" };
        await Assert.ThrowsAsync<AccessDenied>(() => The<TextService>().PublishAsync(clerk, Declaration, 1, form, Cancel));
        await Assert.ThrowsAsync<AccessDenied>(() => The<TextService>().TakeUpAgainAsync(clerk, Declaration, 1, 1, "x", Cancel));
        await Assert.ThrowsAsync<AccessDenied>(() => The<TextQueries>().RowsAsync(clerk, Cancel));
    }

    /// <summary>A text nobody can name, or with places nobody named, would break its page.</summary>
    [Fact]
    public void Every_text_has_its_own_code_its_names_and_good_words_of_the_app()
    {
        var all = The<HouseTexts>().All;
        Assert.Equal(all.Count, all.Select(t => t.Code).Distinct(StringComparer.Ordinal).Count());
        foreach (var text in all)
        {
            Assert.InRange(text.Code.Length, 1, 60);
            foreach (var culture in CaseManager.Kernel.AppCulture.All)
            {
                Assert.False(string.IsNullOrEmpty(text.Title(culture)) || string.IsNullOrEmpty(text.GroupTitle(culture)));
                Assert.All(text.Places, p => Assert.False(string.IsNullOrEmpty(text.PlaceName(p, culture))));
                var used = TextTemplate.Parts(text.BuiltIn.In(culture)).Where(p => p.IsPlace).Select(p => p.Text).ToList();
                Assert.False(TextTemplate.IsBroken(text.BuiltIn.In(culture)));
                Assert.Empty(used.Except(text.Places.Select(p => p.Code), StringComparer.Ordinal));
                Assert.Empty(text.Places.Where(p => p.IsRequired).Select(p => p.Code).Except(used, StringComparer.Ordinal));
                Assert.InRange(text.BuiltIn.In(culture).Length, 3, text.MaxLength);
            }
        }
    }

    private Task<int> PublishAsync(string code, int basis, string arabic, string english = "I declare that all of it is true.", string why = "قرار المجلس") =>
        The<TextService>().PublishAsync(Admin, code, basis, new TextForm { Arabic = arabic, English = english, Why = why }, Cancel);

    private Task<string> FormAsync(Guid request) => TextAsync(request, IssuedKind.RequestForm);

    private async Task<(int No, string Arabic)> InForceAsync(string code)
    {
        var (cached, own) = (await The<HouseTexts>().OfAsync(code, Cancel), await ReadAsync(db => The<HouseTexts>().InForceAsync(db, Cancel)));
        Assert.Equal(cached, own[code]);
        return (cached.No, cached.Ar);
    }
}

public sealed class TextTests() : TextSuite(TestDatabase.Sqlite());
