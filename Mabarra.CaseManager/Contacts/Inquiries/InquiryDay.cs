using System.Globalization;
using System.Resources;
using Mabarra.CaseManager.Daily;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;
using MudBlazor;

namespace Mabarra.CaseManager.Contacts.Inquiries;

/// <summary>Questions somebody is to answer (ج-٢), the nearest target day first.</summary>
public sealed class InquiryDay(IDbContextFactory<CaseDbContext> contexts) : IDaySource
{
    private static readonly ResourceManager Words = new(typeof(InquiriesText));

    public string Name => "inquiry";

    public IReadOnlyList<Type> Watched { get; } = [typeof(Inquiry), typeof(Liaison.LiaisonAssignment), typeof(Liaison.OfficerAbsence)];

    public async Task<IReadOnlyList<DayItem>> ReadAsync(Act act, DayAsk ask, CancellationToken cancel)
    {
        if (!act.Actor.May(InquiriesModule.EditPermission) || !act.Actor.May(InquiriesModule.ViewPermission))
            return [];
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var mine = (await InquiryAccess.MineAsync(db, act, cancel)).Where(i => !EF.Parameter(ask.Without).Contains(i.Id));
        return await ItemsAsync(mine.OrderBy(i => i.OpenOrder).Take(ask.Take), cancel);
    }

    public async Task<DayItem?> OneAsync(Act act, Guid id, CancellationToken cancel)
    {
        if (!act.Actor.May(InquiriesModule.EditPermission) || !act.Actor.May(InquiriesModule.ViewPermission))
            return null;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var visible = await InquiryAccess.VisibleAsync(db, act, InquiriesModule.EditPermission, cancel);
        return (await ItemsAsync(visible.Where(i => i.Id == id && i.OpenOrder != null), cancel)).SingleOrDefault();
    }

    private async Task<List<DayItem>> ItemsAsync(IQueryable<Inquiry> inquiries, CancellationToken cancel)
    {
        var rows = await inquiries.AsNoTracking().Select(i => new { i.Id, i.Number, i.PersonName, i.TargetOn }).ToListAsync(cancel);
        return rows.ConvertAll(i => new DayItem(
            Name, i.Id, Words.GetString("todo.answer", CultureInfo.CurrentUICulture)!, i.PersonName, i.Number, InquiryLinks.Open(i.Id), Icons.Material.Outlined.QuestionAnswer, i.TargetOn));
    }
}
