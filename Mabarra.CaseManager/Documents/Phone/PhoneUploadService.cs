using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Documents;

/// <summary>The paper a telephone is asked for.</summary>
/// <param name="Slot">Names the paper within its record.</param>
public sealed record PhonePaper(string OwnerType, Guid OwnerId, string Slot, string TitleAr, string TitleEn, Sensitivity Sensitivity)
{
    internal DocumentOwner Owner => new(OwnerType, OwnerId);
}

/// <summary>A code just made. It is told this once and never again.</summary>
public sealed record PhoneTicket(string Code, DateTime ExpiresAt);

/// <summary>Opens and closes codes for a telephone's camera.</summary>
public sealed class PhoneUploadService(CaseWriter writer, DocumentGuard guard)
{
    /// <summary>How long a code is good.</summary>
    public static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(10);

    /// <summary>What was sent too late to matter is not kept longer.</summary>
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    /// <summary>160 random bits.</summary>
    private const int CodeBytes = 20;

    /// <summary>A new code for this paper; an earlier one of the same person for the same paper is closed.</summary>
    public async Task<PhoneTicket> OpenAsync(Act act, PhonePaper paper, CancellationToken cancel = default)
    {
        await guard.RequireChangeAsync(act, paper.Owner, paper.Sensitivity, cancel);
        var code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(CodeBytes));
        var expires = act.At + GoodFor;
        await writer.SaveAsync(async db =>
        {
            await ForgetAsync(db, act, cancel);
            await EndAsync(db, act, paper, cancel);
            db.Add(new PhoneCode
            {
                Id = Guid.CreateVersion7(),
                Hash = HashOf(code),
                OwnerType = paper.OwnerType,
                OwnerId = paper.OwnerId,
                Slot = paper.Slot,
                TitleAr = paper.TitleAr,
                TitleEn = paper.TitleEn,
                Sensitivity = paper.Sensitivity,
                OpenedById = act.Actor.Id,
                ExpiresAt = expires,
            });
            db.Record(act, "documents.phone.open", paper.OwnerId, paper.OwnerType);
        }, cancel);
        return new PhoneTicket(code, expires);
    }

    /// <summary>The clerk does not wait for it any more.</summary>
    public async Task CloseAsync(Act act, PhonePaper paper, CancellationToken cancel = default)
    {
        await guard.RequireChangeAsync(act, paper.Owner, paper.Sensitivity, cancel);
        await writer.SaveAsync(db => EndAsync(db, act, paper, cancel), cancel);
    }

    /// <summary>What is compared: a database that got out opens no door.</summary>
    internal static byte[] HashOf(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code));

    private static Task<int> ForgetAsync(CaseDbContext db, Act act, CancellationToken cancel)
    {
        var old = act.At - KeptFor;
        return db.Set<PhoneCode>().Where(c => c.ExpiresAt < old).ExecuteDeleteAsync(cancel);
    }

    private static Task<int> EndAsync(CaseDbContext db, Act act, PhonePaper paper, CancellationToken cancel)
    {
        var (who, at) = (act.Actor.Id, act.At);
        return db.Set<PhoneCode>().Where(c => c.OwnerId == paper.OwnerId && c.Slot == paper.Slot && c.OpenedById == who && c.UsedAt == null && c.ClosedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.ClosedAt, at), cancel);
    }
}
