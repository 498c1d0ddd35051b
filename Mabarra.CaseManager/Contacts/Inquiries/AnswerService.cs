using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Contacts.Inquiries;

/// <summary>The library of approved answers (ج-٢): officers write, senior management approves, and only what is approved is offered.</summary>
public sealed class AnswerService(CaseWriter writer)
{
    private const int LongestQuestion = 400;

    /// <summary>A new answer, as a draft of its first version.</summary>
    public Task<Guid> WriteAsync(Act act, Guid key, AnswerForm form, CancellationToken cancel = default)
    {
        act.Require(InquiriesModule.WritePermission);
        var words = Check(form);
        return writer.SaveOnceAsync(key, act, async db => (await AddAsync(db, act, words, cancel)).Id, cancel);
    }

    /// <summary>One click: a question many ask, with the last answer given to it, becomes a draft.</summary>
    public Task<Guid> WriteFromAsync(Act act, Guid key, Guid inquiryId, CancellationToken cancel = default)
    {
        act.Require(InquiriesModule.WritePermission);
        return writer.SaveOnceAsync(key, act, async db =>
        {
            var visible = await InquiryAccess.VisibleAsync(db, act, InquiriesModule.ViewPermission, cancel);
            var asked = await visible.AsNoTracking().SingleOrDefaultAsync(i => i.Id == inquiryId, cancel) ?? throw act.Refuse(InquiriesModule.ViewPermission, inquiryId);
            var answered = await visible.AsNoTracking().Where(i => i.Gist == asked.Gist && i.Answer != null).OrderByDescending(i => i.AnsweredAt)
                .Select(i => new { i.Answer, i.AnswerSource }).FirstOrDefaultAsync(cancel);
            var question = asked.Text.Length > LongestQuestion ? asked.Text[..LongestQuestion] : asked.Text;
            return (await AddAsync(db, act, new AnswerWords(question, answered?.Answer ?? "", answered?.AnswerSource ?? "", null), cancel)).Id;
        }, cancel);
    }

    /// <summary>Changes the draft; where the newest version is in force already, a new version begins.</summary>
    public Task ChangeAsync(Act act, Guid id, Guid version, AnswerForm form, CancellationToken cancel = default)
    {
        act.Require(InquiriesModule.WritePermission);
        var words = Check(form);
        return OnEntryAsync(act, id, version, "answers.answer.change", async (db, entry) =>
        {
            var last = await LastAsync(db, id, cancel);
            if (last.CanChange)
                last.Change(words);
            else
                db.Add(new AnswerVersion(entry.Id, last.No + 1, words, act.Actor.Name));
        }, cancel);
    }

    /// <summary>From now on this is what is told.</summary>
    public Task ApproveAsync(Act act, Guid id, Guid version, CancellationToken cancel = default)
    {
        act.Require(InquiriesModule.ApprovePermission);
        return OnEntryAsync(act, id, version, "answers.answer.approve", async (db, entry) => entry.Approve(act, await LastAsync(db, id, cancel)), cancel);
    }

    /// <summary>Offered no more; its versions stay.</summary>
    public Task RetireAsync(Act act, Guid id, Guid version, CancellationToken cancel = default)
    {
        act.Require(InquiriesModule.ApprovePermission);
        return OnEntryAsync(act, id, version, "answers.answer.retire", (_, entry) =>
        {
            entry.Retire();
            return Task.CompletedTask;
        }, cancel);
    }

    private static async Task<AnswerEntry> AddAsync(CaseDbContext db, Act act, AnswerWords words, CancellationToken cancel)
    {
        var entry = new AnswerEntry(await db.NextSerialAsync("answer", cancel), QuestionGist.Of(words.Question));
        db.Add(entry);
        db.Add(new AnswerVersion(entry.Id, 1, words, act.Actor.Name));
        db.Record(act, "answers.answer.write", entry, clause: "ج-2");
        return entry;
    }

    private Task OnEntryAsync(Act act, Guid id, Guid version, string action, Func<CaseDbContext, AnswerEntry, Task> change, CancellationToken cancel) =>
        writer.SaveAsync(async db =>
        {
            var entry = await db.AnswerEntries.SingleOrDefaultAsync(e => e.Id == id, cancel) ?? throw new RuleViolation("answers.answer.gone");
            entry.ExpectVersion(version);
            await change(db, entry);
            // Also where only one of its versions changed: whoever reads the entry reads both.
            db.Entry(entry).Property(e => e.Version).IsModified = true;
            db.Record(act, action, entry, clause: "ج-2");
        }, cancel);

    private static Task<AnswerVersion> LastAsync(CaseDbContext db, Guid id, CancellationToken cancel) =>
        db.AnswerVersions.Where(v => v.EntryId == id).OrderByDescending(v => v.No).FirstAsync(cancel);

    private static AnswerWords Check(AnswerForm form)
    {
        var check = new FieldChecks();
        var words = new AnswerWords(
            check.Paragraph(form.Question, nameof(form.Question), LongestQuestion, min: 3),
            check.Paragraph(form.Text, nameof(form.Text), Inquiry.LongestText),
            check.Line(form.Source, nameof(form.Source)),
            form.ReviewByOn);
        check.ThrowIfAny();
        return words;
    }
}
