using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Data.Encryption;
using Mabarra.CaseManager.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Mabarra.CaseManager.Intake.Tracking;

/// <summary>What is printed so that the request can be followed.</summary>
/// <param name="Code">In four groups.</param>
/// <param name="Url">For the square code: number and code filled in, the mobile's digits left to her.</param>
/// <param name="Page">The page's plain address.</param>
internal sealed record TrackingMark(string Code, string Url, string Page);

/// <summary>Gives codes out and takes them back. Each has 80 random bits, as the codes by which papers are confirmed.</summary>
public sealed class TrackingCodes(FieldCipher cipher, IOptions<DocumentOptions> options)
{
    internal const string Kind = "tracking-code";

    /// <summary>For the paper about to be issued: in its transaction, and recorded with it. The papers given out before keep theirs.</summary>
    internal TrackingMark Issue(CaseDbContext db, ServiceRequest request)
    {
        var code = VerifyCode.New();
        db.Add(new TrackingCode(request.Id, cipher.Lookup(Kind, code)));
        var house = options.Value.PublicUrl.TrimEnd('/');
        return new TrackingMark(VerifyCode.Shown(code), house + RequestLinks.TrackWith(request.Number, code), house + RequestLinks.Track);
    }

    /// <summary>Those given out for the request open nothing any more.</summary>
    internal static async Task VoidAsync(CaseDbContext db, Act act, Guid requestId, TrackingProof proof, CancellationToken cancel)
    {
        var codes = db.TrackingCodes;
        foreach (var code in await codes.Where(c => c.RequestId == requestId && c.VoidedAt == null).ToListAsync(cancel))
            code.Void(act, proof);
    }
}
