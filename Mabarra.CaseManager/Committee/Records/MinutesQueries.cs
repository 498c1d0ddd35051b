using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Committee;

/// <summary>One of a sitting's minutes, in a list.</summary>
public sealed record MinutesRow(Guid Id, string Number, MinutesStatus Status);

/// <summary>Minutes as one reader may see them.</summary>
public sealed record MinutesView(Minutes Minutes, Sitting Sitting, StandingCommittee Committee)
{
    public required bool MayManage { get; init; }

    /// <summary>Was there, and has not signed yet.</summary>
    public required bool MaySign { get; init; }

    /// <summary>Presided, and others have to sign first.</summary>
    public required bool MustWait { get; init; }

    /// <summary>Who has still to sign.</summary>
    public required IReadOnlyList<Attendance> Awaited { get; init; }

    /// <summary>Stepped aside from an item: the text, which tells of its discussion, is not shown before it is approved.</summary>
    public required bool IsHidden { get; init; }

    /// <summary>What of it is the reader's to sign: its hash, and his items when they are not all.</summary>
    public string? OwnHash { get; init; }

    public string? OwnItems { get; init; }

    /// <summary>When the issued paper was sealed; null before, and while it waits for its seal.</summary>
    public DateTime? SealedAt { get; init; }

    /// <summary>The certificate, for who keeps the minutes.</summary>
    public SealStanding? Seal { get; init; }

    /// <summary>The last day to sign has gone by.</summary>
    public bool IsLate { get; init; }

    public bool AwaitsSeal => Minutes.PaperId is not null && SealedAt is null;

    /// <summary>What stands in the database still gives the hash that was signed, and every vote bears its mark.</summary>
    public required bool IsIntact { get; init; }

    public string? Hash => Minutes.ContentHash is { } hash ? Convert.ToHexStringLower(hash) : null;
}

/// <summary>Reads of minutes: those of one's own committees' sittings, senior management's all.</summary>
public sealed class MinutesQueries(IDbContextFactory<CaseDbContext> contexts, VoteAudit votes, PaperSeals seals)
{
    public async Task<IReadOnlyList<MinutesRow>> OfSittingAsync(Act act, Guid sittingId, CancellationToken cancel)
    {
        act.Require(CommitteeModule.SittingsPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await RequireAsync(db, act, sittingId, cancel);
        var all = db.Minutes;
        return await all.AsNoTracking().Where(m => m.SittingId == sittingId).OrderBy(m => m.No).Select(m => new MinutesRow(m.Id, m.Number, m.Status)).ToListAsync(cancel);
    }

    /// <returns>Null when there are none.</returns>
    /// <exception cref="AccessDenied">Not of a sitting of his.</exception>
    public async Task<MinutesView?> OpenAsync(Act act, Guid id, CancellationToken cancel)
    {
        act.Require(CommitteeModule.SittingsPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var all = db.Minutes;
        if (await all.AsNoTracking().Include(m => m.Signatures).SingleOrDefaultAsync(m => m.Id == id, cancel) is not { } minutes)
            return null;
        var at = await RequireAsync(db, act, minutes.SittingId, cancel);
        var me = act.Actor.Id;
        var awaited = MinutesSigningService.Signers(at.Sitting).Where(a => !minutes.HasSigned(a.EmployeeId)).OrderBy(a => a.EmployeeId == at.Sitting.PresiderId).ThenBy(a => a.Position).ToList();
        var manages = act.Actor.May(CommitteeModule.ManagePermission) && at.Manages;
        var own = minutes.ContentHash is not null && at.Sitting.Of(me) is { Stays.Count: > 0 } member ? MinutesPart.Of(minutes, at.Sitting, member) : null;
        return new MinutesView(minutes, at.Sitting, at.Committee)
        {
            MayManage = manages,
            MaySign = minutes.Status == MinutesStatus.Signing && awaited.Exists(a => a.EmployeeId == me),
            MustWait = at.Sitting.PresiderId == me && awaited.Count > 1,
            Awaited = minutes.Status == MinutesStatus.Signing ? awaited : [],
            IsHidden = minutes.CanEdit && !at.Manages && at.Sitting.Items.Any(i => i.IsRecused(me)),
            IsIntact = MinutesTruth.IsIntact(minutes, at.Sitting, votes),
            OwnHash = own is null ? null : Convert.ToHexStringLower(own.Hash),
            OwnItems = own?.Items,
            IsLate = minutes.Status == MinutesStatus.Signing && minutes.SignByOn < act.On,
            SealedAt = minutes.PaperId is { } paper ? await PaperSeals.SealedAtAsync(db, paper, cancel) : null,
            Seal = manages ? await seals.StandingAsync(cancel) : null,
        };
    }

    private static async Task<SittingAtHand> RequireAsync(CaseDbContext db, Act act, Guid sittingId, CancellationToken cancel)
    {
        var at = await SittingDesk.LoadAsync(db, sittingId, cancel) with { Act = act };
        if (!at.IsMember && at.Sitting.Of(act.Actor.Id) is null && act.Actor.ReachOf(CommitteeModule.SittingsPermission) != Reach.All)
            throw act.Refuse(CommitteeModule.SittingsPermission, sittingId);
        return at;
    }
}
