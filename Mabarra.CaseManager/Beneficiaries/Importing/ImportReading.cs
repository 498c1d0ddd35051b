using System.Globalization;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>A row that passed: what a clerk's form would have saved.</summary>
internal sealed record ReadFile(BeneficiaryData Data, MoreData More, DateOnly ReviewedOn, IdKind IdKind, string IdNumber);

/// <summary>
/// Reads one row as the clerk's form would: into the same <see cref="BeneficiaryForm"/>, through the same checks. What those refuse is refused here (PEERS.md, feature 2: no way round).
/// </summary>
internal sealed class ImportReading(IReadOnlyList<CodeRow> categories, DateOnly today)
{
    private readonly Dictionary<string, string> codes = categories.SelectMany(c => new[] { (c.Code, c.Code), (c.NameAr, c.Code), (c.NameEn, c.Code) })
        .DistinctBy(p => ImportWords.Key(p.Item1), StringComparer.Ordinal).ToDictionary(p => ImportWords.Key(p.Item1), p => p.Item2, StringComparer.Ordinal);

    private readonly HashSet<string> known = categories.Select(c => c.Code).ToHashSet(StringComparer.Ordinal);

    /// <returns>The file, when nothing is wrong with it; what is wrong, at most one thing a column.</returns>
    public (ReadFile? File, IReadOnlyList<RowProblem> Problems) Read(IReadOnlyList<string?> cells)
    {
        var check = new FieldChecks();
        var form = Form(check, cells);
        var number = BeneficiaryChecks.IdNumber(check, form);
        var data = BeneficiaryChecks.Data(check, form, today, known, number ?? "");
        var more = new MoreForm { MaritalStatus = Choice(check, cells, ImportField.MaritalStatus, ImportWords.MaritalOf), Mobile2 = Of(cells, ImportField.Mobile2) }.Check(check, data.Mobile);
        var reviewed = Reviewed(check, cells, form.BirthOn);
        return check.Any
            ? (null, [.. check.Breaches.Select(RowProblem.Of).DistinctBy(p => p.Field)])
            : (new ReadFile(data, more, reviewed, form.IdKind, number!), []);
    }

    private BeneficiaryForm Form(FieldChecks check, IReadOnlyList<string?> cells)
    {
        var (birth, calendar) = Birth(check, cells);
        return new BeneficiaryForm
        {
            FirstName = Of(cells, ImportField.FirstName),
            FatherName = Of(cells, ImportField.FatherName),
            GrandfatherName = Of(cells, ImportField.GrandfatherName),
            FamilyName = Of(cells, ImportField.FamilyName),
            IdKind = Choice(check, cells, ImportField.IdKind, ImportWords.IdKindOf) ?? KindOf(Of(cells, ImportField.IdNumber)),
            IdNumber = Of(cells, ImportField.IdNumber),
            BirthOn = birth,
            BirthEnteredAs = calendar,
            Gender = Choice(check, cells, ImportField.Gender, ImportWords.GenderOf),
            Nationality = Of(cells, ImportField.Nationality),
            Mobile = Of(cells, ImportField.Mobile),
            Email = Of(cells, ImportField.Email),
            Categories = Categories(check, cells),
            City = Of(cells, ImportField.City),
            District = Of(cells, ImportField.District),
            Street = Of(cells, ImportField.Street),
            BuildingNo = Of(cells, ImportField.BuildingNo),
            SecondaryNo = Of(cells, ImportField.SecondaryNo),
            PostalCode = Of(cells, ImportField.PostalCode),
            ShortAddress = Of(cells, ImportField.ShortAddress),
            UnitNo = Of(cells, ImportField.UnitNo),
        };
    }

    internal static string? Of(IReadOnlyList<string?> cells, ImportField field) => cells[(int)field];

    /// <summary>An iqama begins with 2; everybody else is told to choose by the number's own check.</summary>
    private static IdKind KindOf(string? number) =>
        Digits.ToLatin(Invisible.Compact(number ?? "")).StartsWith('2') ? IdKind.Iqama : IdKind.NationalId;

    private static T? Choice<T>(FieldChecks check, IReadOnlyList<string?> cells, ImportField field, Func<string, T?> of)
        where T : struct
    {
        var typed = Of(cells, field);
        if (CleanText.IsBlank(typed))
            return null;
        var found = of(typed!);
        check.That(found is not null, "registry.import.choice", field.ToString(), string.Join(" · ", ImportWords.Offered(field, AppCulture.Arabic)));
        return found;
    }

    /// <summary>The calendar is told by the year unless its column says which.</summary>
    private static (DateOnly? On, CalendarKind Calendar) Birth(FieldChecks check, IReadOnlyList<string?> cells)
    {
        var typed = Of(cells, ImportField.BirthOn);
        var calendar = Choice(check, cells, ImportField.BirthEnteredAs, ImportWords.CalendarOf);
        if (CleanText.IsBlank(typed))
            return (null, calendar ?? CalendarKind.Hijri);
        var date = calendar == CalendarKind.Hijri ? DateInput.CheckHijri(typed) : DateInput.CheckGregorian(typed);
        if (calendar is null && date.Refusal?.Code == "kernel.date.hijri")
            (date, calendar) = (DateInput.CheckHijri(typed), CalendarKind.Hijri);
        check.Take(date, nameof(BeneficiaryForm.BirthOn));
        return (date.IsOk ? date.Value : null, calendar ?? CalendarKind.Gregorian);
    }

    private List<string> Categories(FieldChecks check, IReadOnlyList<string?> cells)
    {
        var found = new List<string>();
        foreach (var field in new[] { ImportField.Category, ImportField.Category2, ImportField.Category3 })
        {
            foreach (var name in (Of(cells, field) ?? "").Split('،', ',', ';', '؛', '|', '\n').Where(n => !CleanText.IsBlank(n)))
            {
                if (codes.TryGetValue(ImportWords.Key(name), out var code))
                    found.Add(code);
                else
                    check.Add("registry.import.category", field.ToString(), name.Trim());
            }
        }
        return found;
    }

    /// <summary>Left empty, the data counts as gone through on the day it is brought in.</summary>
    private DateOnly Reviewed(FieldChecks check, IReadOnlyList<string?> cells, DateOnly? birth)
    {
        var typed = Of(cells, ImportField.DataReviewedOn);
        if (CleanText.IsBlank(typed))
            return today;
        var date = DateInput.CheckGregorian(typed);
        if (date.Refusal?.Code == "kernel.date.hijri")
            date = DateInput.CheckHijri(typed);
        var on = check.Take(date, nameof(ImportField.DataReviewedOn));
        check.That(!date.IsOk || (on <= today && on >= (birth ?? on)), "registry.import.reviewed", nameof(ImportField.DataReviewedOn));
        return on;
    }
}

/// <summary>What is wrong with a cell, or what makes one ask: the rule's code and what its text names.</summary>
internal sealed record RowProblem(ImportField Field, string Code, IReadOnlyList<string> Args)
{
    public static RowProblem Of(Breach breach) => new(
        ImportFields.Of(breach.Field), breach.Code, [.. breach.Args.Select(a => Convert.ToString(a, CultureInfo.InvariantCulture) ?? "")]);
}
