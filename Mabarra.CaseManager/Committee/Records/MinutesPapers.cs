using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Committee;

/// <summary>Prints fixed minutes to be signed by hand (<see cref="CommitteeLinks.PrintMinutes"/>).</summary>
public sealed class MinutesPapers(CaseWriter writer, MinutesApproval approval)
{
    /// <summary>The paper as it stands: the very same one again while nobody has signed since.</summary>
    /// <returns>Id of the issued paper.</returns>
    public async Task<Guid> PrintAsync(Act act, Guid id, CancellationToken cancel = default)
    {
        act.Require(CommitteeModule.ManagePermission);
        var images = await approval.ImagesAsync(id, cancel);
        return await writer.SaveAsync(async db =>
        {
            var (at, minutes) = await MinutesService.LoadAsync(db, act, id, cancel);
            if (!at.Manages)
                throw act.Refuse(CommitteeModule.ManagePermission, id);
            if (minutes.Status != MinutesStatus.Signing)
                throw new RuleViolation("committees.minutes.notsigning");
            var papers = db.IssuedDocuments;
            var last = minutes.Signatures.Count == 0 ? minutes.FixedAt : minutes.Signatures.Max(s => s.SignedAt);
            var same = await papers.Where(d => d.RecordId == id && d.Kind == IssuedKind.MinutesForSigning && d.VoidedAt == null && d.IssuedAt >= last).Select(d => (Guid?)d.Id).FirstOrDefaultAsync(cancel);
            return same ?? (await approval.IssueAsync(at, minutes, images, IssuedKind.MinutesForSigning, cancel)).Id;
        }, cancel);
    }
}

/// <summary>The addresses behind the print buttons of committees.</summary>
public static class CommitteeEndpoints
{
    public static IEndpointRouteBuilder MapCommittee(this IEndpointRouteBuilder app)
    {
        app.MapGet($"{CommitteeLinks.List}/minutes/{{id:guid}}/print", PrintAsync).RequireAuthorization();
        return app;
    }

    private static Task<IResult> PrintAsync(Guid id, HttpContext http, [FromServices] MinutesPapers minutes) =>
        PrintDoor.PrintAsync(http, act => minutes.PrintAsync(act, id, http.RequestAborted));
}
