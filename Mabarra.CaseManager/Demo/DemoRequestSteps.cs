using System.Globalization;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Contacts;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Intake.Life;

namespace Mabarra.CaseManager.Demo;

/// <summary>Lives a made-up request through the services of the desk.</summary>
internal static class DemoRequestSteps
{
    // The limits of a fresh database: nobody has set them yet.
    private static readonly int ReminderWeek = Limits.FirstReminder.Default;
    private static readonly int SecondReminder = Limits.SecondReminder.Default;

    /// <summary>What is missing at first: the third paper, proof of income.</summary>
    private const int MissingPaper = 2;

    /// <summary>When it is opened; today's three stand well apart.</summary>
    public static DateTime OpenedAt(DemoTimeline time, DemoRequest request) =>
        request.On == time.Today ? time.TodayAgo(150 - (request.No % 3 * 50)) : DemoTimeline.At(request.On, request.Minute);

    public static void Add(DemoTimeline time, DemoRequest request)
    {
        var at = OpenedAt(time, request);
        time.Add(at, (desk, cancel) => OpenAsync(desk, request, cancel));
        switch (request.Fate)
        {
            case DemoFate.Draft:
                time.Add(at.AddMinutes(3), (desk, cancel) => ReceiveAsync(desk, request, request.No % 4, cancel));
                break;
            case DemoFate.Complete when request.CompleteOn > request.On:
                Leave(time, request, at);
                time.Add(DemoTimeline.At(request.CompleteOn, request.Minute), (desk, cancel) => CompleteAsync(desk, request, cancel));
                break;
            case DemoFate.Complete or DemoFate.Overdue:
                time.Add(at.AddMinutes(4), (desk, cancel) => CompleteAsync(desk, request, cancel));
                break;
            case DemoFate.Revoked:
                time.Add(at.AddMinutes(4), (desk, cancel) => CompleteAsync(desk, request, cancel));
                time.Add(DemoTimeline.At(time.Ago(9), 200), (desk, cancel) => RevokeAsync(desk, request, cancel));
                time.Add(DemoTimeline.At(time.Ago(6), 90), (desk, cancel) => CompleteAsync(desk, request, cancel));
                break;
            case DemoFate.Incomplete:
                Leave(time, request, at);
                if (request.On.AddDays(SecondReminder) < time.Today)
                    Remind(time, request, request.On.AddDays(ReminderWeek));
                break;
            case DemoFate.Withdrawn:
                Withdraw(time, request, at);
                break;
            case DemoFate.Archived:
                Leave(time, request, at);
                Remind(time, request, request.On.AddDays(ReminderWeek));
                var last = Remind(time, request, request.On.AddDays(SecondReminder));
                var put = time.NextOpen(last.AddDays(Limits.ArchiveAfter.Default));
                time.Add(DemoTimeline.At(put, 240), async (desk, cancel) => await desk.The<RequestLifeService>().ArchiveAsync(
                    desk.By(DemoStaff.Manager, "لم تُستكمل النواقص رغم التذكير مرتين"), request.Id, await VersionAsync(desk, request, cancel), cancel));
                break;
        }
    }

    private static void Leave(DemoTimeline time, DemoRequest request, DateTime at)
    {
        time.Add(at.AddMinutes(4), (desk, cancel) => ReceiveAsync(desk, request, int.MaxValue, cancel));
        time.Add(at.AddMinutes(8), async (desk, cancel) => await desk.The<RequestService>().LeaveIncompleteAsync(
            desk.By(DemoStaff.Clerk), request.Id, await VersionAsync(desk, request, cancel), cancel));
    }

    private static DateOnly Remind(DemoTimeline time, DemoRequest request, DateOnly due)
    {
        var day = time.NextOpen(due);
        time.Add(DemoTimeline.At(day, 230 + (request.No % 40)), async (desk, cancel) => await desk.The<RequestLifeService>().RemindAsync(
            desk.By(DemoStaff.Second), request.Id, await VersionAsync(desk, request, cancel), new ReminderForm { Channel = Channel.Phone, Note = "تم الاتصال وذُكّر بالنواقص" }, cancel));
        return day;
    }

    private static void Withdraw(DemoTimeline time, DemoRequest request, DateTime at)
    {
        string[] reasons = ["withdrawal/OtherBody", "withdrawal/NoNeed", "withdrawal/OtherRequest", "withdrawal/OwnWish"];
        var wasComplete = request.No % 2 == 0;
        if (wasComplete)
            time.Add(at.AddMinutes(4), (desk, cancel) => CompleteAsync(desk, request, cancel));
        else
            Leave(time, request, at);
        var day = time.NextOpen(request.On.AddDays(3 + (request.No % 3)));
        time.Add(DemoTimeline.At(day, 215 + (request.No % 50)), async (desk, cancel) => await desk.The<RequestLifeService>().WithdrawAsync(
            desk.By(DemoStaff.Clerk), request.Id, await VersionAsync(desk, request, cancel),
            new WithdrawalForm { Reason = new ReasonForm { Code = reasons[request.No / 2 % reasons.Length] }, Channel = wasComplete ? Channel.Phone : Channel.InPerson, WishOn = null }, cancel));
    }

    private static async Task OpenAsync(DemoDesk desk, DemoRequest request, CancellationToken cancel)
    {
        var (words, riyals) = DemoServices.Of(request.Service);
        request.Id = await desk.The<RequestService>().OpenAsync(desk.By(DemoStaff.Clerk), desk.NextKey(), new NewRequest
        {
            BeneficiaryId = request.Person.Id,
            ServiceTypeId = desk.ServiceId(request.Service),
            VisitId = request.VisitId,
            Description = words,
            RequestedAmount = (riyals + (request.No % 7 * 50)).ToString(CultureInfo.InvariantCulture),
        }, cancel);
        await desk.The<RequestService>().HandOverSheetAsync(desk.By(DemoStaff.Clerk), request.Id, await VersionAsync(desk, request, cancel), cancel);
        if (request.Fate != DemoFate.Draft)
            await AgreeAsync(desk, request, cancel);
    }

    private static async Task AgreeAsync(DemoDesk desk, DemoRequest request, CancellationToken cancel)
    {
        var (channel, contact) = (request.No % 8, request.Person.Form().Email) switch
        {
            (1 or 4, { } email) => (Channel.Email, email),
            (6, _) => (Channel.InPerson, ""),
            _ => (Channel.Phone, request.Person.Mobile),
        };
        await desk.The<RequestService>().AgreeAsync(
            desk.By(DemoStaff.Clerk), request.Id, await VersionAsync(desk, request, cancel), new AgreementForm { Channel = channel, Contact = contact, IsExplained = true }, cancel);
    }

    /// <summary>Takes the papers she brought: so many of them, and never the one that is missing.</summary>
    private static async Task ReceiveAsync(DemoDesk desk, DemoRequest request, int most, CancellationToken cancel)
    {
        var items = (await desk.RequestAsync(request.Id, cancel)).Items.Where(i => !i.IsDeclaration).ToList();
        foreach (var item in items.Where((_, i) => i != MissingPaper).Take(most))
            await ReceiveAsync(desk, request, item, cancel);
    }

    private static async Task ReceiveAsync(DemoDesk desk, DemoRequest request, RequestItem item, CancellationToken cancel)
    {
        var act = desk.By(DemoStaff.Clerk);
        await desk.The<RequestItemService>().ReceiveAsync(act, request.Id, await VersionAsync(desk, request, cancel), item.Id, new ItemForm
        {
            ReceivedOn = act.On,
            RefNo = item.Order == 0 ? request.Person.IdNumber : string.Create(CultureInfo.InvariantCulture, $"{4400 + (request.No * 3)}/{item.Order}"),
            IssuedOn = item.MaxAgeDays is null ? null : act.On.AddDays(-6),
            // An open request's paper must not run out before anybody decides on it.
            ExpiresOn = item.HasExpiry ? act.On.AddMonths(14 + (request.No % 20)) : null,
        }, cancel);
    }

    private static async Task CompleteAsync(DemoDesk desk, DemoRequest request, CancellationToken cancel)
    {
        foreach (var item in (await desk.RequestAsync(request.Id, cancel)).Items.Where(i => i is { IsDeclaration: false, IsOutstanding: true }))
            await ReceiveAsync(desk, request, item, cancel);
        if ((await desk.RequestAsync(request.Id, cancel)).Declaration is null)
        {
            var who = await desk.The<RepresentativeQueries>().WhoMayActAsync(desk.By(DemoStaff.Clerk), request.Person.Id, cancel);
            await desk.The<DeclarationService>().SignAsync(desk.By(DemoStaff.Clerk), request.Id, await VersionAsync(desk, request, cancel), new DeclarationForm
            {
                Method = SignatureMethod.Pad,
                Drawing = DemoSignature.Of(request.Person.No),
                SignerId = who.HerselfMaySign ? null : who.Signers.First().Id,
                WitnessName = who.IsLiterate == false ? "سعد فهد المالكي" : null,
            }, cancel);
        }

        await desk.The<RequestService>().CompleteAsync(desk.By(DemoStaff.Clerk), request.Id, await VersionAsync(desk, request, cancel), cancel);
    }

    private static async Task RevokeAsync(DemoDesk desk, DemoRequest request, CancellationToken cancel)
    {
        var items = (await desk.RequestAsync(request.Id, cancel)).Items;
        await desk.The<RequestLifeService>().RevokeAsync(desk.By(DemoStaff.Manager), request.Id, await VersionAsync(desk, request, cancel), new RevocationForm
        {
            Reason = new ReasonForm { Code = "revocation/Expired", Note = "تعريف الراتب المقدم منتهي الصلاحية" },
            ItemIds = [items[MissingPaper].Id],
        }, cancel);
    }

    private static Task<Guid> VersionAsync(DemoDesk desk, DemoRequest request, CancellationToken cancel) => desk.VersionAsync<ServiceRequest>(request.Id, cancel);
}
