using Mabarra.CaseManager.Contacts.Inquiries;
using Mabarra.CaseManager.Contacts.Liaison;

namespace Mabarra.CaseManager.Intake;

/// <summary>A category somebody looks after today.</summary>
/// <param name="For">The absent officer, when she stands in.</param>
public sealed record MineCharge(MatrixHead Category, IReadOnlyList<MatrixHead> Fields, bool IsWhole, string? For);

/// <summary>What a liaison officer has to do.</summary>
public sealed record MineView(IReadOnlyList<MineCharge> Charges, Page<RequestRow> Waiting, IReadOnlyList<RequestRow> Begun, IReadOnlyList<InquiryRow> Inquiries);

/// <summary>«ما عندي» (خ-١): what the matrix sends to an officer today, her own and of whoever she stands in for.</summary>
public sealed class MineQueries(LiaisonQueries liaison, RequestQueries requests, InquiryQueries inquiries)
{
    public async Task<MineView> ReadAsync(Act act, CancellationToken cancel)
    {
        act.Require(LiaisonModule.MinePermission);
        var view = await liaison.ViewAsync(act, act.On, cancel);
        var filters = new Dictionary<string, string>(StringComparer.Ordinal) { [RequestFilter.OfficerName] = act.Actor.Id.ToString() };
        var asked = new PageQuery { Filters = filters };
        var waiting = await requests.PageAsync(act, RequestView.AwaitingReply, asked, cancel);
        var incomplete = await requests.PageAsync(act, RequestView.Incomplete, asked with { Size = 12, Counted = false }, cancel);
        var drafts = await requests.PageAsync(act, RequestView.Draft, asked with { Size = 12, Counted = false }, cancel);
        return new MineView(Charges(view, act.Actor.Id), waiting, [.. incomplete.Rows, .. drafts.Rows], await inquiries.MineAsync(act, PageQuery.DefaultSize, cancel));
    }

    private static List<MineCharge> Charges(MatrixView view, Guid me) =>
        [.. from category in view.Categories
            from own in view.Cells[category.Code].Where(c => c.InCharge == me).GroupBy(c => c.State == CellState.ByBackup ? c.Charge!.OfficerId : me)
            let fields = view.Fields.Where(f => own.Any(c => c.Field == f.Code)).ToList()
            select new MineCharge(category, fields, fields.Count == view.Fields.Count, own.Key == me ? null : view.Names.GetValueOrDefault(own.Key))];
}
