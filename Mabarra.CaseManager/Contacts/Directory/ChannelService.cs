using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Contacts.Directory;

/// <summary>Keeping the directory of channels true (أ, خ-٢).</summary>
public sealed class ChannelService(CaseWriter writer, Association association)
{
    public Task SaveAsync(Act act, Guid id, Guid version, ChannelForm form, CancellationToken cancel = default)
    {
        act.Require(ContactsModule.ChannelsPermission);
        return writer.SaveAsync(async db =>
        {
            var channel = await LoadAsync(db, id, version, cancel);
            var check = new FieldChecks();
            var contact = ChannelContacts.Clean(check, channel.Channel, form.Contact);
            check.That(!form.IsActive || contact is not null, "contacts.channel.contact", nameof(form.Contact));
            var owner = form.OwnerId is { } ownerId ? await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == ownerId && u.IsActive, cancel) : null;
            check.That(form.OwnerId is null || owner is not null, "contacts.channel.owner", nameof(form.OwnerId));
            check.ThrowIfAny();
            var before = ChannelContacts.Of(channel, await association.ReadAsync(db, cancel));
            var changed = !string.Equals(before ?? "", contact ?? "", StringComparison.Ordinal);
            var field = ChannelContacts.FieldOf(channel.Channel);
            channel.Set(new ChannelData(form.IsActive, owner?.Id, owner?.FullName, field is null ? contact : null), changed);
            if (changed && field is not null)
                await ChannelContacts.WriteAsync(db, act, field, contact, cancel);
            db.Record(act, "contacts.channel.change", channel, channel.Channel.ToString(), "خ-2");
        }, cancel);
    }

    /// <summary>Somebody tried it today, and it works.</summary>
    public Task VerifyAsync(Act act, Guid id, Guid version, CancellationToken cancel = default)
    {
        act.Require(ContactsModule.VerifyPermission);
        return writer.SaveAsync(async db =>
        {
            var channel = await LoadAsync(db, id, version, cancel);
            channel.Verify(act);
            db.Record(act, "contacts.channel.verify", channel, channel.Channel.ToString(), "خ-2");
        }, cancel);
    }

    private static async Task<ContactChannel> LoadAsync(CaseDbContext db, Guid id, Guid version, CancellationToken cancel)
    {
        var channel = await db.ContactChannels.SingleOrDefaultAsync(c => c.Id == id, cancel) ?? throw new RuleViolation("contacts.channel.gone");
        channel.ExpectVersion(version);
        return channel;
    }
}

/// <summary>The channels the policy names are always there.</summary>
internal sealed class ChannelSeed(TimeProvider clock) : IReferenceData
{
    public async Task EnsureAsync(CaseDbContext db, CancellationToken cancel)
    {
        var there = await db.ContactChannels.Select(c => c.Channel).ToListAsync(cancel);
        foreach (var channel in Enum.GetValues<Channel>().Except(there))
        {
            var row = new ContactChannel(channel);
            db.Add(row);
            db.Record(new Act(Actor.System, clock.Now), "contacts.channel.add", row, channel.ToString(), "خ-2");
        }
    }
}
