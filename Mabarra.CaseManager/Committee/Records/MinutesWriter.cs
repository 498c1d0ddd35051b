using System.Text;

namespace Mabarra.CaseManager.Committee;

/// <summary>Writes minutes from what happened: opening, attendance, comings and goings, each item with its discussion, decision, vote and reservations (DOMAIN.md part 8, document 6).</summary>
internal static class MinutesWriter
{
    /// <param name="circulated">Decisions by circulation that this sitting is told of.</param>
    public static string Write(Sitting sitting, StandingCommittee committee, IReadOnlyList<string> circulated)
    {
        var text = new StringBuilder();
        void Line(string line) => text.Append(line).Append('\n');
        var opened = sitting.OpenedAt!.Value;
        var place = sitting.Mode == SittingMode.InPerson ? sitting.Place : MinutesWords.Of($"mode.{sitting.Mode}");
        Line(MinutesWords.Format("opening", MinutesWords.Day(opened), MinutesWords.Clock(opened), committee.NameAr, sitting.Label, place, Name(sitting, sitting.PresiderId)));
        Line(MinutesWords.Format("quorum", sitting.Attendances.Count(a => a.IsVoting && WasThere(sitting, a)), sitting.Voters, sitting.Needed(sitting.QuorumRule!.Value)));
        Presence(Line, sitting);
        if (circulated.Count > 0)
            Line(MinutesWords.Format("circulated", string.Join(MinutesWords.Of("comma"), circulated)));
        foreach (var (item, no) in sitting.Agenda.Select((item, i) => (item, i + 1)))
        {
            Line("");
            Item(Line, sitting, item, no);
        }
        Line("");
        Line(MinutesWords.Format("closing", MinutesWords.Clock(sitting.EndedAt!.Value), MinutesWords.Day(sitting.EndedAt.Value)));
        return text.ToString().TrimEnd();
    }

    private static void Presence(Action<string> line, Sitting sitting)
    {
        foreach (var member in sitting.Attendances.OrderBy(a => a.Position).ThenBy(a => a.Name, StringComparer.Ordinal))
        {
            // Who came later or left earlier than the sitting; the table of attendance holds the rest.
            foreach (var stay in member.Stays.Where(s => s.ArrivedAt > sitting.OpenedAt))
                line(MinutesWords.Format("arrived", member.Name, MinutesWords.Clock(stay.ArrivedAt)));
            foreach (var stay in member.Stays.Where(s => s.LeftAt < sitting.EndedAt))
                line(MinutesWords.Format("left", member.Name, MinutesWords.Clock(stay.LeftAt!.Value)));
            if (member.Status is AttendanceStatus.Excused or AttendanceStatus.Absent)
                line(MinutesWords.Format(member.Status == AttendanceStatus.Excused ? "excused" : "absent", member.Name));
        }
    }

    private static void Item(Action<string> line, Sitting sitting, AgendaItem item, int no)
    {
        line(MinutesWords.Format("item", no, item.RequestNumber));
        foreach (var recusal in item.Recusals)
            line(MinutesWords.Format("recused", recusal.Name));
        if (item.Discussion is { } said)
            line(MinutesWords.Format("said", said));
        if (item.State == ItemState.Skipped || item.Proposal is not { } proposal)
        {
            line(MinutesWords.Of("skipped"));
            return;
        }
        line(Decision(proposal));
        var tally = sitting.TallyOf(item);
        line(MinutesWords.Format(tally.IsLevel ? "vote.level" : "vote", tally.For, tally.Against, tally.Abstain, tally.Present, tally.Needed));
        if (item.Round > 1)
            line(MinutesWords.Format("rounds", item.Round - 1));
        foreach (var vote in item.CurrentVotes.Where(v => v.Reservation is not null))
            line(MinutesWords.Format("reservation", vote.Name, vote.Reservation));
    }

    internal static string Decision(Proposal proposal)
    {
        var parts = new List<string> { MinutesWords.Of($"decided.{proposal.Outcome}") };
        if (proposal.Amount is { } amount)
            parts.Add(MinutesWords.Format("amount", amount));
        if (proposal.Instalments is > 1 and var payments)
            parts.Add(MinutesWords.Format("instalments", payments));
        if (proposal.FirstOn is { } first)
            parts.Add(MinutesWords.Format("firston", DateText.Both(first, MinutesWords.Culture)));
        if (proposal.Article is { } article)
            parts.Add(MinutesWords.Format("article", article));
        if (proposal.ReferredTo is { } body)
            parts.Add(MinutesWords.Format("referred", body));
        if (proposal.ReasonArabic is { } reason)
            parts.Add(MinutesWords.Format("because", reason));
        if (proposal.NextOn is { } next)
            parts.Add(MinutesWords.Format("nexton", DateText.Both(next, MinutesWords.Culture)));
        if (proposal.Conditions is { } conditions)
            parts.Add(MinutesWords.Format("conditions", conditions));
        return string.Join(MinutesWords.Of("comma"), parts) + ".";
    }

    private static bool WasThere(Sitting sitting, Attendance member) => sitting.IsCirculated ? member.Stays.Count > 0 : member.Stays.Any(s => s.ArrivedAt <= sitting.OpenedAt && (s.LeftAt is null || s.LeftAt >= sitting.OpenedAt));

    private static string Name(Sitting sitting, Guid? id) => id is { } one ? sitting.Of(one)?.Name ?? "" : "";
}
