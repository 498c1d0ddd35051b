using Mabarra.CaseManager.Contacts;
using Mabarra.CaseManager.Contacts.Notices;
using Mabarra.CaseManager.Contacts.Sending;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Intake;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Tests.Contacts;

/// <summary>A desk with a mail server beside it.</summary>
public abstract class ContactsHouse(TestDatabase database) : IntakeHouse(database)
{
    protected LocalSmtp Smtp { get; } = new();

    protected Act Clerk => By(StaffRole.FrontDesk);

    internal Outbox Outbox => The<Outbox>();

    protected override async Task TearDownAsync() => await Smtp.DisposeAsync();

    /// <summary>The mail server as an administrator sets it up.</summary>
    protected Task TurnMailOnAsync(string? secret = null) => The<GatewayService>().SaveAsync(By(StaffRole.SystemAdmin), NoticeRoute.Email, Guid.Empty, MailForm(secret), Cancel);

    protected GatewayForm MailForm(string? secret = null) => new()
    {
        IsOn = true,
        Address = "127.0.0.1",
        Port = Smtp.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Security = MailSecurity.None,
        Sender = "desk@mabarra.example",
        Secret = secret,
    };

    /// <summary>A complete request whose reply was agreed to come this way.</summary>
    protected async Task<Guid> CompletedAsync(Channel channel = Channel.Email, string contact = "noura@example.com")
    {
        var id = await ReadyRequestAsync(leftOut: "channel");
        await The<RequestService>().AgreeAsync(Clerk, id, await VersionAsync(id), new AgreementForm { Channel = channel, Contact = contact, IsExplained = true }, Cancel);
        await CompleteAsync(id);
        return id;
    }

    /// <summary>What the approval of minutes does to a request, in one transaction: voted, decided, told.</summary>
    protected Task DecideAsync(Guid id, DecisionOutcome outcome = DecisionOutcome.Approved) => The<CaseWriter>().SaveAsync(
        async db =>
        {
            var act = By(StaffRole.CommitteeMember);
            var request = await db.ServiceRequests.SingleAsync(r => r.Id == id, Cancel);
            request.MakeReady(act);
            request.PutOnAgenda(Guid.CreateVersion7());
            request.Resolve(outcome);
            request.Decide(act);
            RequestLoader.Touch(db, act, request, "intake.request.decide", "ت-5");
            await The<RequestNotices>().DecideAsync(db, act, request, Cancel);
        },
        Cancel);

    protected Task<List<Notice>> NoticesAsync() => ReadAsync(db => db.Notices.AsNoTracking().Include(n => n.Tries.OrderBy(t => t.Id)).OrderBy(n => n.Serial).ToListAsync(Cancel));

    protected async Task<Notice> NoticeAsync(NoticeKind kind = NoticeKind.Received) => Assert.Single(await NoticesAsync(), n => n.Kind == kind);
}
