using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Contacts.Directory;

/// <summary>A channel as the directory shows it.</summary>
/// <param name="IsUnverified">In use, and nobody has tried it within <see cref="Limits.ChannelCheck"/> days.</param>
public sealed record ChannelRow(
    Guid Id, Guid Version, Channel Channel, bool IsActive, string? Contact, Guid? OwnerId, string? OwnerName, DateOnly? LastVerifiedOn, string? VerifiedByName, bool IsUnverified);

/// <summary>Reads of the directory (أ, خ-٢).</summary>
public sealed class ChannelQueries(IDbContextFactory<CaseDbContext> contexts, Association association)
{
    /// <summary>In the policy's order.</summary>
    public async Task<IReadOnlyList<ChannelRow>> AllAsync(Act act, CancellationToken cancel)
    {
        act.Require(ContactsModule.ChannelsViewPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var days = await SettingReader.OfAsync(db, Limits.ChannelCheck, cancel);
        var profile = await association.ReadAsync(db, cancel);
        var rows = await db.ContactChannels.AsNoTracking().ToListAsync(cancel);
        return [.. rows.OrderBy(c => c.Channel).Select(c => new ChannelRow(
            c.Id, c.Version, c.Channel, c.IsActive, ChannelContacts.Of(c, profile), c.OwnerId, c.OwnerName, c.LastVerifiedOn, c.VerifiedByName, c.IsUnverified(act.On, days)))];
    }

    /// <summary>Who may look after a channel.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> OwnersAsync(Act act, CancellationToken cancel)
    {
        act.Require(ContactsModule.ChannelsPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var users = await db.Users.AsNoTracking().Where(u => u.IsActive).OrderBy(u => u.FullName).Select(u => new { u.Id, u.FullName }).ToListAsync(cancel);
        return [.. users.Select(u => (u.Id, u.FullName))];
    }
}
