using System.Globalization;
using System.Text;

namespace Mabarra.CaseManager.Committee;

/// <summary>
/// The canonical content that is signed: number, text, who was there from when to when, and every item with its decision and votes; in one fixed order, each value
/// with its length before it, dates and numbers the same in every culture (S9).
/// </summary>
internal static class MinutesContent
{
    public static string Of(Minutes minutes, Sitting sitting)
    {
        var text = new StringBuilder();
        void Add(string name, object? value)
        {
            var written = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
            text.Append(CultureInfo.InvariantCulture, $"{name}:{written.Length}:{written}\n");
        }
        Add("minutes", minutes.Number);
        Add("sitting", sitting.Id.ToString("N"));
        Add("opened", Instant(sitting.OpenedAt));
        Add("ended", Instant(sitting.EndedAt));
        Add("presider", sitting.PresiderId?.ToString("N"));
        Add("body", minutes.Body);
        foreach (var member in sitting.Attendances.OrderBy(a => a.EmployeeId))
        {
            Add("member", member.EmployeeId.ToString("N"));
            Add("name", member.Name);
            Add("was", member.Status);
            foreach (var stay in member.Stays.OrderBy(s => s.ArrivedAt))
                Add("stay", $"{Instant(stay.ArrivedAt)}-{Instant(stay.LeftAt)}");
        }
        foreach (var item in sitting.Agenda)
            Item(Add, item);
        return text.ToString();
    }

    private static void Item(Action<string, object?> add, AgendaItem item)
    {
        add("item", item.RequestNumber);
        add("state", item.State);
        add("said", item.Discussion);
        if (item.Proposal is { } proposal)
        {
            add("outcome", proposal.Outcome);
            add("amount", proposal.Amount?.Halalas);
            add("article", proposal.Article);
            add("instalments", proposal.Instalments);
            add("reason", proposal.ReasonArabic);
            add("conditions", proposal.Conditions);
            add("first", proposal.FirstOn?.DayNumber);
            add("next", proposal.NextOn?.DayNumber);
            add("referred", proposal.ReferredTo);
        }
        foreach (var recusal in item.Recusals.OrderBy(r => r.EmployeeId))
            add("recused", recusal.Name);
        foreach (var vote in item.Votes.OrderBy(v => v.Round).ThenBy(v => v.EmployeeId))
            add("vote", vote.Content);
    }

    private static string Instant(DateTime? at) => at?.Ticks.ToString(CultureInfo.InvariantCulture) ?? "";
}
