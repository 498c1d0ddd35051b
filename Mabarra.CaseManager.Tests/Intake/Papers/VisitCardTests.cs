using Mabarra.CaseManager.Contacts.Interactions;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Intake.Papers;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using UglyToad.PdfPig;

namespace Mabarra.CaseManager.Tests.Intake.Papers;

/// <summary>بطاقة زيارة, on both databases.</summary>
public abstract class VisitCardSuite(TestDatabase database) : PapersHouse(database)
{
    [Fact]
    public async Task Card_is_small_and_tells_the_number_of_the_day_and_how_to_confirm_it()
    {
        await ArriveAsync("الأولى");
        var pdf = await PdfAsync(await CardAsync(await ArriveAsync("سلمى المطيري")));

        using var document = PdfDocument.Open(pdf);
        Assert.Equal((298, 421), ((int)Math.Round(document.GetPage(1).Width), (int)Math.Round(document.GetPage(1).Height)));
        Assert.Equal(1, document.NumberOfPages);
        var words = document.GetPage(1).GetWords().Select(w => w.Text).ToList();
        Assert.Contains("2", words);
        Assert.Contains(words, w => w.Contains("VIS-20261123-002", StringComparison.Ordinal));
        Assert.Contains(words, w => w.Contains("11:00", StringComparison.Ordinal));
        Assert.DoesNotContain(words, w => w.Contains("متى", StringComparison.Ordinal));
        Assert.NotEmpty(CodeOn(string.Join(' ', words)));
    }

    [Fact]
    public async Task Card_is_one_page_however_much_is_to_be_told()
    {
        var supervisor = new StaffUser("boss", string.Join(' ', Enumerable.Repeat("عبدالرحمن", 16)), StaffRole.SeniorManagement);
        await The<CaseWriter>().SaveAsync(db =>
        {
            db.Add(supervisor);
            return Task.CompletedTask;
        }, Cancel);
        var longest = string.Join(' ', Enumerable.Repeat("عبدالعزيز", 20))[..199];
        await The<VolunteerService>().SaveAsync(By(StaffRole.SeniorManagement), longest, Cancel);
        var form = new NewVisit { VisitorName = longest, Purpose = longest, ByVolunteer = true, VolunteerName = longest, SupervisorId = supervisor.Id };
        var visit = await The<VisitService>().ArriveAsync(Clerk, Guid.CreateVersion7(), form, Cancel);

        using var document = PdfDocument.Open(await PdfAsync(await CardAsync(visit)));

        Assert.Equal(1, document.NumberOfPages);
        var words = document.GetPage(1).GetWords().ToList();
        var foot = words.Single(w => w.Text.Contains("VIS-20261123-001", StringComparison.Ordinal)).BoundingBox.Top;
        // Three times the longest name and the supervisor's, all above the foot.
        Assert.InRange(words.Count(w => w.BoundingBox.Bottom > foot), (3 * 18) + 16, 200);
    }

    [Fact]
    public async Task Card_printed_twice_is_the_same_card()
    {
        var visit = await ArriveAsync("سلمى المطيري");
        var cards = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => CardAsync(visit))));
        Assert.Single(cards.Distinct());
        Assert.Single(await IssuedAsync(visit));
    }

    [Fact]
    public async Task A2_Card_of_a_visit_out_of_reach_is_not_printed()
    {
        var visit = await ArriveAsync("سلمى المطيري");
        await Assert.ThrowsAsync<AccessDenied>(() => The<VisitPapers>().PrintAsync(Officer("Widows"), visit, Cancel));
        await Assert.ThrowsAsync<AccessDenied>(() => The<VisitPapers>().PrintAsync(By(StaffRole.CommitteeMember), visit, Cancel));
        await Assert.ThrowsAsync<AccessDenied>(() => The<VisitPapers>().PrintAsync(Clerk, Guid.NewGuid(), Cancel));
        var card = await CardAsync(visit);
        await Assert.ThrowsAsync<AccessDenied>(() => The<IssuedDocuments>().OpenAsync(Officer("Widows"), card, Cancel));
    }

    private Task<Guid> CardAsync(Guid visit) => The<VisitPapers>().PrintAsync(Clerk, visit, Cancel);

    private Task<Guid> ArriveAsync(string name) =>
        The<VisitService>().ArriveAsync(Clerk, Guid.CreateVersion7(), new NewVisit { VisitorName = name, Purpose = "استفسار", Question = "متى؟" }, Cancel);
}

public sealed class VisitCardTests() : VisitCardSuite(TestDatabase.Sqlite());
