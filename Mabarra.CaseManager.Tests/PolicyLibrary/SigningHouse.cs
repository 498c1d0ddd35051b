using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.PolicyLibrary;
using Mabarra.CaseManager.PolicyLibrary.Roster;
using Mabarra.CaseManager.PolicyLibrary.Signing;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Tests.PolicyLibrary;

/// <summary>A roster with accounts, and short ways to read, answer and sign.</summary>
public abstract class SigningHouse(TestDatabase database) : PolicyHouse(database)
{
    protected async Task<Guid> DepartmentAsync(string name = "خدمات المستفيدين") => (await The<DepartmentQueries>().ActiveAsync(Cancel)).Single(d => d.NameAr == name).Id;

    /// <summary>Somebody on the roster; with an account when asked for.</summary>
    protected async Task<(Guid Member, Act Act)> MemberAsync(string name, StaffKind kind = StaffKind.Employee, bool account = true, bool cannotRead = false)
    {
        var user = new StaffUser($"user{Guid.NewGuid():N}", name) { SecurityStamp = "stamp" };
        if (account)
        {
            await The<CaseManager.Data.CaseWriter>().SaveAsync(db =>
            {
                db.Add(user);
                return Task.CompletedTask;
            }, Cancel);
        }
        var form = new MemberForm { FullName = name, Kind = kind, DepartmentId = await DepartmentAsync(), AccountId = account ? user.Id : null, JobTitle = "باحث", IdNumber = "٤٣٢١", CannotRead = cannotRead };
        var member = await The<RosterService>().AddAsync(Hr, Guid.NewGuid(), form, Cancel);
        return (member, Of(user.Id, name));
    }

    /// <summary>That person now, just signed in.</summary>
    protected Act Of(Guid account, string name)
    {
        var act = By(account);
        return act with { Actor = act.Actor with { Name = name } };
    }

    protected Act Again(Act act) => act with { At = Clock.Now, Actor = act.Actor with { ConfirmedAt = Clock.Now } };

    protected Task<Acknowledgement> AckAsync(Guid member, Guid? version = null) => ReadAsync(db =>
    {
        var acknowledgements = db.Acknowledgements;
        return acknowledgements.AsNoTracking().Where(a => a.MemberId == member && (version == null || a.VersionId == version)).OrderByDescending(a => a.CreatedAt).FirstAsync(Cancel);
    });

    protected async Task<string> HashAsync(Act act, Guid ack) => (await The<SigningQueries>().OpenAsync(act, ack, Cancel)).Text!.TextHash;

    protected async Task ReadTextAsync(Act act, Guid ack)
    {
        await The<SigningService>().OpenAsync(Again(act), ack, Cancel);
        Clock.Advance(TimeSpan.FromMinutes(5));
        await The<SigningService>().ReadAsync(Again(act), ack, await HashAsync(act, ack), reachedEnd: true, Cancel);
    }

    /// <param name="wrong">So many of the five are answered wrongly.</param>
    protected async Task<CheckResult> AnswerAsync(Act act, Guid ack, int wrong = 0)
    {
        var bank = await The<CoverageQueries>().QuestionsAsync(Hr, (await PolicyAsync()).Id, Cancel);
        var right = bank.ToDictionary(q => q.Id, q => q.Answers[0]);
        var asked = await The<SigningQueries>().AskAsync(Again(act), ack, Cancel);
        var answers = asked.Select((q, i) => (q.Id, Answer: i < wrong ? q.Answers.First(a => a != right[q.Id]) : right[q.Id])).ToDictionary(a => a.Id, a => a.Answer);
        return await The<SigningService>().AnswerAsync(Again(act), ack, answers, Cancel);
    }

    protected async Task SignTextAsync(Act act, Guid ack) =>
        await The<SigningService>().SignAsync(Again(act), ack, await HashAsync(act, ack), Make.Signature(), Cancel);

    protected async Task WholeAsync(Act act, Guid ack)
    {
        await ReadTextAsync(act, ack);
        await AnswerAsync(act, ack);
        await SignTextAsync(act, ack);
    }

    protected async Task<string> PaperAsync(Act act, Guid issued)
    {
        await using var paper = await The<IssuedDocuments>().OpenAsync(act, issued, Cancel);
        using var pdf = new MemoryStream();
        await paper.Content.CopyToAsync(pdf, Cancel);
        return PdfReading.Plain(Poppler.Text(pdf.ToArray()));
    }
}
