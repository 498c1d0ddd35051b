using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Documents.Pdf;

namespace Mabarra.CaseManager.Intake.Papers;

/// <summary>نموذج طلب خدمة, filled in: what was asked for, what was brought, and the signed declaration (ب-٥, ت-٤; DOMAIN.md part 8, document 2).</summary>
internal static class RequestFormPaper
{
    public static PdfDocumentModel Of(PaperFrame frame, PaperSource source, FormSecrets secrets) =>
        PaperParts.Model(frame, source, IssuedKind.RequestForm, Blocks(frame, source, secrets));

    private static IEnumerable<PdfBlock> Blocks(PaperFrame frame, PaperSource source, FormSecrets secrets)
    {
        var words = frame.Words;
        return
        [
            new PdfHeading(words["form.person"]),
            new PdfKeyValues([.. Person(words, source, secrets)], Columns: 3),
            new PdfHeading(words["form.contact"]),
            new PdfKeyValues([.. Contact(words, source)], Columns: 3),
            new PdfHeading(words["form.wanted"]),
            new PdfKeyValues([.. Wanted(words, source)], Columns: 3),
            new PdfHeading(words["form.papers"]),
            RequestFormItems.Table(words, source),
            new PdfTogether([new PdfHeading(words["form.privacy"]), .. Privacy(frame)]),
            RequestFormSignatures.Declaration(frame, source, secrets),
            RequestFormSignatures.Office(words, source),
        ];
    }

    private static IEnumerable<PdfField> Person(PaperWords words, PaperSource source, FormSecrets secrets)
    {
        var person = source.Beneficiary;
        var categories = source.Categories.Select(c => AppCulture.IsArabic(words.Culture) ? c.NameAr : c.NameEn).ToList();
        return
        [
            new(words["form.name.first"], person.FirstName),
            new(words["form.name.father"], person.FatherName),
            new(words["form.name.grandfather"], person.GrandfatherName),
            new(words["form.name.family"], person.FamilyName),
            new(words["form.idkind"], words[$"idkind.{person.IdKind}"]),
            new(words["id"], PdfRun.Ltr(secrets.IdNumber, bold: true)),
            new(words["form.gender"], words[$"gender.{person.Gender}"]),
            new(words["form.nationality"], person.IdKind == IdKind.NationalId ? words.For("nationality", person.Gender) : person.Nationality),
            new(words["form.file"], PdfRun.Ltr(person.Label)),
            new(words["form.birth"], words.Date(person.BirthOn), Wide: true),
            new(words["form.categories"], categories.Count > 0 ? string.Join(words["list.comma"], categories) : words["none"], Wide: true),
        ];
    }

    private static IEnumerable<PdfField> Contact(PaperWords words, PaperSource source)
    {
        var person = source.Beneficiary;
        return
        [
            new(words["form.mobile"], PdfRun.Ltr(person.Mobile)),
            new(words["form.email"], person.Email is { } email ? PdfRun.Ltr(email) : words["none"]),
            new(words["form.address.short"], person.Address.Short is { } code ? PdfRun.Ltr(code) : words["none"]),
            new(words["form.address"], person.Address == NationalAddress.None ? words["form.address.kept"] : string.Join(words["list.comma"], Address(words, person.Address)), Wide: true),
            new(words["channel"], PaperParts.Channel(words, source.Request), Wide: true),
        ];
    }

    private static IEnumerable<string> Address(PaperWords words, NationalAddress address)
    {
        foreach (var part in new[] { address.City, address.District, address.Street }.Where(p => !string.IsNullOrEmpty(p)))
            yield return part!;
        (string Key, string? Value)[] parts =
        [
            ("form.address.building", address.BuildingNo),
            ("form.address.secondary", address.SecondaryNo),
            ("form.address.postal", address.PostalCode),
        ];
        foreach (var (key, value) in parts.Where(p => !string.IsNullOrEmpty(p.Value)))
            yield return words.Format(key, value!).Plain;
    }

    private static IEnumerable<PdfField> Wanted(PaperWords words, PaperSource source) =>
    [
        new(words["service"], PaperParts.Service(words, source)),
        new(words["form.amount"], source.Request.RequestedAmount is { } amount ? amount.ToText(words.Culture) : words["none"]),
        new(words["number"], PdfRun.Ltr(source.Request.Number, bold: true)),
        new(words["form.description"], source.Request.Description, Wide: true),
    ];

    /// <summary>Purpose and rights, before anything is signed (PDPL 12–13; DOMAIN.md §2.3).</summary>
    private static IEnumerable<PdfBlock> Privacy(PaperFrame frame)
    {
        var words = frame.Words;
        yield return new PdfParagraph(words["form.privacy.purpose"], PdfTextLook.Small);
        yield return new PdfParagraph(words.Fill("form.privacy.rights", ("phone", PdfRun.Ltr(frame.Association.Phone ?? words["none"]))), PdfTextLook.Small);
    }
}
