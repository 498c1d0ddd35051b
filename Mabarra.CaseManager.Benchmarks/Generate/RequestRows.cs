using Mabarra.CaseManager.Contacts;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Intake;
using Microsoft.Data.Sqlite;

namespace Mabarra.CaseManager.Benchmarks.Generate;

/// <summary>
/// Requests over eleven years: the newest <see cref="Awaiting"/> await their reply (some of them late), the older ones are closed for the most part.
/// One in fifty has two papers; the rest none, since lists never read papers.
/// </summary>
internal static class RequestRows
{
    public const int Awaiting = 5_000;
    private const int Years = 11;
    private const int ReplyDays = 15;
    private static readonly DateOnly Today = TimeProvider.System.Today;

    public static int FirstYear => Today.Year - Years + 1;

    public static void Add(SqliteConnection connection, int people, int count)
    {
        var services = Services(connection);
        using var rows = new BulkInsert(
            connection, "ServiceRequests", "Id", "Serial", "Number", "BeneficiaryId", "ServiceTypeId", "FormVersion", "Description", "Status", "CompletedOn", "DueOn",
            "PromisedDueOn", "DueOrder", "CompletenessRecordedAt", "AgreedChannel", "Version", "CreatedAt");
        using var items = new BulkInsert(
            connection, "RequestItems", "Id", "RequestId", "Order", "NameAr", "NameEn", "Handling", "IsMandatory", "IsHealth", "IsDeclaration", "Status");
        var perYear = (count + Years - 1) / Years;
        Generator.InBatches(connection, count, (from, to) =>
        {
            for (var serial = from; serial <= to; serial++)
                AddOne(rows, items, services, serial, perYear, people, isAwaiting: serial > count - Awaiting);
        });
        for (var year = FirstYear; year <= Today.Year; year++)
            Generator.Serial(connection, NumberSeries.Request.Initial.SeriesOf(new DateOnly(year, 1, 1)), perYear);
        Generator.Serial(connection, "request", count);
    }

    private static void AddOne(BulkInsert rows, BulkInsert items, List<Guid> services, int serial, int perYear, int people, bool isAwaiting)
    {
        var dice = new Random(serial);
        var (year, inYear) = (FirstYear + ((serial - 1) / perYear), ((serial - 1) % perYear) + 1);
        var made = isAwaiting ? Today.AddDays(-dice.Next(26)) : new DateOnly(year, 1, 1).AddDays((int)((long)inYear * 300 / perYear));
        var status = isAwaiting ? AwaitingStatus(dice) : OldStatus(dice);
        DateOnly? completed = status is RequestStatus.Draft or RequestStatus.Incomplete or RequestStatus.Withdrawn ? null : made;
        DateOnly? due = completed is { } day ? WorkingDayCalendar.Plain.AddWorkingDays(day, ReplyDays) : null;
        long? order = isAwaiting && due is { } last ? ((long)last.DayNumber << 40) + serial : null;
        var at = made.ToDateTime(new TimeOnly(7, 30), DateTimeKind.Utc);
        var id = Guid.CreateVersion7(new DateTimeOffset(at));
        var whose = Person.Of(dice.Next(people) + 1L).Id;
        rows.Add(
            id, serial, NumberSeries.Request.Initial.Of(new DateOnly(year, 1, 1), inYear), whose, services[dice.Next(services.Count)], 1, "طلب مولّد للقياس، لا يخص أحدًا", status.ToString(), completed, due, due,
            order, completed is null ? null : at, completed is null ? null : nameof(Channel.Phone), id, at);
        if (serial % 50 != 0)
            return;
        items.Add(Guid.CreateVersion7(), id, 1, "هوية صاحب الطلب", "Applicant's identity", nameof(Handling.Sight), true, false, false, nameof(ItemStatus.Received));
        items.Add(Guid.CreateVersion7(), id, 2, "سجل الأسرة", "Family record", nameof(Handling.Sight), true, false, false, nameof(ItemStatus.Missing));
    }

    private static RequestStatus AwaitingStatus(Random dice) => dice.Next(4) switch
    {
        0 => RequestStatus.UnderStudy,
        1 => RequestStatus.AtCommittee,
        _ => RequestStatus.Complete,
    };

    private static RequestStatus OldStatus(Random dice) => dice.Next(100) switch
    {
        < 2 => RequestStatus.Draft,
        < 5 => RequestStatus.Incomplete,
        < 9 => RequestStatus.Withdrawn,
        < 20 => RequestStatus.Archived,
        _ => RequestStatus.Closed,
    };

    private static List<Guid> Services(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = """SELECT "Id" FROM "ServiceTypes" ORDER BY "Order" """;
        using var reader = command.ExecuteReader();
        var found = new List<Guid>();
        while (reader.Read())
            found.Add(reader.GetGuid(0));
        return found;
    }
}
