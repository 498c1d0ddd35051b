using System.Globalization;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Documents.Pdf;

namespace Mabarra.CaseManager.Intake.Papers;

/// <summary>نموذج طلب خدمة, empty: what the screen asks for, to be filled in by hand, in the version the service stands at (ب-٥; DOMAIN.md part 8, document 1).</summary>
internal static class BlankFormPaper
{
    private const int IdDigits = 10;

    public static PdfDocumentModel Of(PaperFrame frame, ServiceType service, IReadOnlyList<CodeRow> categories)
    {
        var words = frame.Words;
        return frame.Model(
            IssuedKind.BlankForm, Name(words, service.NameAr, service.NameEn), service.VersionNo.ToString(CultureInfo.InvariantCulture), frame.Act.On,
            [.. Person(words, categories), .. Contact(words), .. Means(words), .. Wanted(words), .. Papers(words, service, categories), .. BlankFormFoot.Of(frame)]);
    }

    private static IEnumerable<PdfBlock> Person(PaperWords words, IReadOnlyList<CodeRow> categories) =>
    [
        new PdfHeading(words["form.person"]),
        new PdfBlanks(
            [new(words["form.name.first"]), new(words["form.name.father"]), new(words["form.name.grandfather"]), new(words["form.name.family"])],
            [new(words["id"], 1.5f, Squares: IdDigits), new(words["blank.birth.hijri"]), new(words["blank.birth.gregorian"])]),
        Choices(words["form.idkind"], 5, Enum.GetValues<IdKind>().Select(k => words[$"idkind.{k}"])),
        Choices(words["form.gender"], 5, Enum.GetValues<Gender>().Select(g => words[$"gender.{g}"])),
        Choices(words["blank.marital"], 5, Enum.GetValues<MaritalStatus>().Select(m => words[$"marital.{m}"])),
        Choices(words["form.categories"], 4, categories.Where(c => !c.IsSensitive).Select(c => Name(words, c.NameAr, c.NameEn))),
        new PdfBlanks([[new(words["form.nationality"], 1), new(words["form.file"], 1)]]),
    ];

    private static IEnumerable<PdfBlock> Contact(PaperWords words) =>
    [
        new PdfHeading(words["form.contact"]),
        new PdfBlanks(
            [new(words["form.mobile"], 1.5f, Squares: IdDigits), new(words["blank.mobile.other"], 1.5f, Squares: IdDigits)],
            [new(words["form.email"], 1.5f), new(words["form.address.short"], 1.5f, Squares: 8)],
            [new(words["blank.city"]), new(words["blank.district"]), new(words["blank.street"]), new(words["blank.building"], .6f), new(words["blank.postal"], .7f)]),
        Choices(words["channel"], 4, Enum.GetValues<Contacts.Channel>().Select(c => words.OfScreen($"channel.{c}"))),
    ];

    private static IEnumerable<PdfBlock> Means(PaperWords words) =>
    [
        new PdfHeading(words["blank.family"]),
        new PdfBlankTable([new(words["blank.member"], 2.4f), new(words["blank.kinship"]), new(words["blank.birth"]), new(words["blank.work"], 1.4f), new(words["blank.health"], 1.4f)], 5),
        new PdfHeading(words["blank.income"]),
        new PdfBlankTable([new(words["blank.source"], 2), new(words["blank.monthly"]), new(words["blank.creditor"], 2), new(words["blank.debt"])], 3),
        Choices(words["blank.housing"], 6, Enum.GetValues<Tenure>().Select(t => words[$"tenure.{t}"])),
        new PdfBlanks([[new(words["blank.rent"]), new(words["blank.members"]), new(words["blank.iban"], 2.2f)]]),
    ];

    private static IEnumerable<PdfBlock> Wanted(PaperWords words) =>
    [
        new PdfHeading(words["form.wanted"]),
        new PdfBlanks([new(words["form.description"], Lines: 3)], [new(words["form.amount"]), new(words["blank.since"])]),
    ];

    private static IEnumerable<PdfBlock> Papers(PaperWords words, ServiceType service, IReadOnlyList<CodeRow> categories)
    {
        var names = categories.ToDictionary(c => c.Code, StringComparer.Ordinal);
        yield return new PdfHeading(words["form.papers"]);
        yield return new PdfTable(
            [new(words["form.paper"], 3.4f), new(words["sheet.handling"], 1.6f), new(words["blank.received"], .9f), new(words["blank.sighted"], .9f), new(words["sheet.notes"], 1.8f)],
            [.. service.Current.Where(r => !r.IsDeclaration).Select(r => (IReadOnlyList<PdfText>)[Paper(words, r, names), words.OfScreen($"handling.print.{r.Handling}"), "", "", ""])]);
    }

    /// <summary>A paper only some are asked for says of whom; a category whose label is hidden is never printed (DOMAIN.md §2.3).</summary>
    private static PdfText Paper(PaperWords words, Requirement requirement, Dictionary<string, CodeRow> categories)
    {
        var name = Name(words, requirement.NameAr, requirement.NameEn);
        var of = requirement.Categories.Where(categories.ContainsKey).Select(c => categories[c]).Where(c => !c.IsSensitive).Select(c => Name(words, c.NameAr, c.NameEn)).ToList();
        return of.Count == 0 ? name : words.Format("blank.only", name, string.Join(words["list.comma"], of));
    }

    private static PdfTogether Choices(string label, int columns, IEnumerable<string> names) => new(
        new PdfParagraph(label, PdfTextLook.Small),
        new PdfChecklist([.. names.Select(n => new PdfCheckItem(n, PdfMark.Empty))], columns));

    internal static string Name(PaperWords words, string arabic, string english) => AppCulture.IsArabic(words.Culture) ? arabic : english;
}
