using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Contacts.Notices;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Contacts.Sending;

/// <summary>Setting up a way out, and trying it. Whoever changes where messages go proves who it is again.</summary>
public sealed class GatewayService(
    CaseWriter writer, IDbContextFactory<CaseDbContext> contexts, GatewayReader reader, IEnumerable<ISender> senders, Association association, TimeProvider clock)
{
    public Task SaveAsync(Act act, NoticeRoute route, Guid version, GatewayForm form, CancellationToken cancel = default)
    {
        act.Require(ContactsModule.SettingsPermission);
        act.RequireFresh();
        var data = GatewayChecks.Clean(route, form);
        var secret = form.Secret is { Length: > 0 } typed ? typed : null;
        return writer.SaveAsync(async db =>
        {
            var gateway = await db.Gateways.SingleOrDefaultAsync(g => g.Route == route, cancel);
            if (gateway is null)
                db.Add(gateway = new Gateway(route));
            else
                gateway.ExpectVersion(version);
            // A password belongs to the server it was typed for: another server must not be given it.
            if (secret is null && !string.Equals(gateway.Address, data.Address, StringComparison.OrdinalIgnoreCase))
                gateway.SetSecret(null);
            gateway.Set(data);
            if (secret is not null)
                gateway.SetSecret(reader.Seal(gateway, secret));
            else if (form.ForgetSecret)
                gateway.SetSecret(null);
            db.Record(act, "contacts.gateway.change", gateway, route.ToString());
        }, cancel);
    }

    /// <summary>Sends one message to the person's own address by the saved settings, whether the way is on or not.</summary>
    /// <returns>What the server said.</returns>
    public async Task<SendResult> TestAsync(Act act, NoticeRoute route, string? to, GatewayWords words, CancellationToken cancel = default)
    {
        act.Require(ContactsModule.SettingsPermission);
        act.RequireFresh();
        var check = new FieldChecks();
        var address = route == NoticeRoute.Email ? check.Required(to, nameof(to), EmailText.Check) : check.Required(to, nameof(to), SaudiPhone.CheckMobile);
        check.ThrowIfAny();
        var gateway = await ReadAsync(route, cancel) ?? throw new RuleViolation("contacts.gateway.unset");
        var profile = await association.ProfileAsync(cancel);
        var message = new Outgoing(
            $"{Guid.CreateVersion7():N}@test.local", route == NoticeRoute.Email ? address : SaudiPhone.ToE164(address), act.Actor.Name,
            words.Subject, words.Arabic, words.English, gateway.Sender, profile.Name);
        var result = await senders.First(s => s.Serves(route)).SendAsync(gateway, reader.Open(gateway), message, cancel);
        await writer.SaveAsync(async db =>
        {
            var tested = await db.Gateways.SingleAsync(g => g.Route == route, cancel);
            var failure = result.Outcome == TryOutcome.Accepted ? null : result.Words ?? result.Outcome.ToString();
            tested.NoteTest(clock.Now, failure is { Length: > NoticeTry.LongestDetail } ? failure[..NoticeTry.LongestDetail] : failure);
            db.Record(act, "contacts.gateway.test", tested, route.ToString());
        }, cancel);
        return result;
    }

    private async Task<Gateway?> ReadAsync(NoticeRoute route, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Gateways.AsNoTracking().SingleOrDefaultAsync(g => g.Route == route, cancel);
    }
}

/// <summary>Words of the test message, in the page's keeping.</summary>
public sealed record GatewayWords(string Subject, string Arabic, string English);
