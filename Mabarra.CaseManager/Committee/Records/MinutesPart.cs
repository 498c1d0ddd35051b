using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Mabarra.CaseManager.Committee;

/// <summary>What of the minutes is one member's to sign: all of them, or only the items he was there for (DOMAIN.md §3.4).</summary>
/// <param name="Items">Their numbers on the agenda; null for all of them, empty for his presence alone.</param>
/// <param name="Hash">What he signs: the content's hash, or that of the content together with his items.</param>
internal sealed record MinutesPart(string? Items, byte[] Hash)
{
    public static MinutesPart Of(Minutes minutes, Sitting sitting, Attendance member)
    {
        var discussed = sitting.Agenda.Select((item, at) => (Item: item, No: at + 1)).Where(i => i.Item.BegunAt is not null).ToList();
        var own = discussed.Where(i => WasThere(sitting, member, i.Item)).ToList();
        if (minutes.IsSupplementary || own.Count == discussed.Count)
            return new MinutesPart(null, minutes.ContentHash!);
        var items = string.Join(", ", own.Select(i => i.No.ToString(CultureInfo.InvariantCulture)));
        return new MinutesPart(items, SHA256.HashData(Encoding.UTF8.GetBytes($"part\n{Convert.ToHexStringLower(minutes.ContentHash!)}\n{items}\n")));
    }

    /// <summary>Came before it ended, left after it began, and did not step aside from it.</summary>
    private static bool WasThere(Sitting sitting, Attendance member, AgendaItem item) =>
        !item.IsRecused(member.EmployeeId)
        && (sitting.IsCirculated || member.Stays.Any(s => s.ArrivedAt <= (item.EndedAt ?? item.BegunAt) && (s.LeftAt is null || s.LeftAt >= item.BegunAt)));
}
