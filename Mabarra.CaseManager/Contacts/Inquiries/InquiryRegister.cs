using System.Globalization;
using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Contacts.Interactions;
using Mabarra.CaseManager.Contacts.Liaison;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Holidays;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Contacts.Inquiries;

/// <summary>A higher module that learns, in the same transaction, that a question it handed over was answered.</summary>
public interface IInquiryFollower
{
    Task AnsweredAsync(CaseDbContext db, Act act, Inquiry inquiry, CancellationToken cancel);
}

/// <summary>Gives an inquiry its number, its officer and its day, within the transaction of the act that brings it.</summary>
public static class InquiryRegister
{
    private const string Prefix = "INQ";

    /// <summary>Handed over at a visit; the officer named there, if one was, is the inquiry's.</summary>
    internal static async Task<Inquiry> FromVisitAsync(CaseDbContext db, Act act, VisitQuestion question, CancellationToken cancel)
    {
        var words = new InquiryWords(InquiryKind.General, Channel.InPerson, question.VisitorName, question.Text, BeneficiaryId: question.BeneficiaryId, VisitId: question.VisitId);
        var inquiry = await AddAsync(db, act, words, field: null, question.OfficerId, question.AskedAt, cancel);
        if (question is { Answer: { } answer, AnsweredAt: { } at })
            inquiry.Reply(new Act(act.Actor with { Name = question.AnsweredByName ?? "" }, at), new InquiryReply(answer, question.AnswerSource ?? ""));
        return inquiry;
    }

    /// <summary>The visit's question was answered there: so is the inquiry made of it.</summary>
    internal static async Task AnsweredAtVisitAsync(CaseDbContext db, Act act, Guid visitId, string answer, string source, CancellationToken cancel)
    {
        if (await db.Inquiries.SingleOrDefaultAsync(i => i.VisitId == visitId, cancel) is not { IsOpen: true } inquiry)
            return;
        inquiry.Reply(act, new InquiryReply(answer, source));
        db.Record(act, "inquiry.inquiry.answer", inquiry, inquiry.Number, "ج-2");
    }

    internal static async Task<Inquiry> AddAsync(
        CaseDbContext db, Act act, InquiryWords words, string? field, Guid? officerId, DateTime askedAt, CancellationToken cancel)
    {
        var day = RiyadhTime.DayOf(askedAt);
        var target = (await CalendarReader.ReadAsync(db, cancel)).AddWorkingDays(day, await SettingReader.OfAsync(db, Limits.InquiryTarget, cancel));
        var serial = await db.NextSerialAsync("inquiry", cancel);
        var number = Number(day.Year, await db.NextSerialAsync(string.Create(CultureInfo.InvariantCulture, $"{Prefix}-{day.Year:0000}"), cancel));
        var inquiry = new Inquiry(serial, number, askedAt, words, await RouteAsync(db, act, words.BeneficiaryId, field, officerId, cancel), target);
        db.Add(inquiry);
        db.Record(act, "inquiry.inquiry.open", inquiry, number, "ج-2");
        // Asked at a visit, the visit itself is the contact.
        if (words.VisitId is null)
            await InteractionLog.AddAsync(db, act, Contact(inquiry, ContactDirection.Incoming, askedAt, inquiry.Text), cancel);
        return inquiry;
    }

    /// <summary>The question coming in, or the answer going out by the channel it was asked by.</summary>
    internal static NewContact Contact(Inquiry inquiry, ContactDirection direction, DateTime at, string text) => new()
    {
        Direction = direction,
        Channel = inquiry.Channel,
        HappenedAt = at,
        BeneficiaryId = inquiry.BeneficiaryId,
        PersonName = inquiry.PersonName,
        Contact = inquiry.Contact,
        About = text,
        Outcome = direction == ContactDirection.Incoming ? InteractionOutcome.Received : InteractionOutcome.Reached,
        Source = new ContactSource(nameof(Inquiry), inquiry.Id, inquiry.Number),
        IsAutomatic = true,
    };

    internal static string Number(int year, long serial) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}-{year:0000}-{serial:00000}");

    private static async Task<InquiryRoute> RouteAsync(CaseDbContext db, Act act, Guid? beneficiaryId, string? field, Guid? officerId, CancellationToken cancel)
    {
        if (beneficiaryId is not { } person)
            return new InquiryRoute(null, null, officerId);
        var links = db.BeneficiaryCategoryLinks;
        var categories = await links.Where(l => l.BeneficiaryId == person).Select(l => l.CategoryCode).ToListAsync(cancel);
        var cell = (await MatrixReader.ReadAsync(db, cancel)).Route(categories, field, act.On);
        return new InquiryRoute(cell?[..cell.IndexOf('/', StringComparison.Ordinal)], cell, officerId);
    }
}
