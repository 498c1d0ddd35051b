using System.Resources;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Intake;

/// <summary>Taking the beneficiary's signature that her data is true and that she answers for it (ت-٤).</summary>
public sealed class DeclarationService(CaseWriter writer, DocumentService documents)
{
    private const string FileName = "signature.png";

    /// <summary>The picture of the signature and the declaration are saved together or not at all.</summary>
    public async Task SignAsync(Act act, Guid requestId, Guid version, DeclarationForm form, CancellationToken cancel = default)
    {
        act.Require(IntakeModule.EditPermission);
        var witness = RequestChecks.Witness(form);
        await using var drawing = form.Method == SignatureMethod.Pad
            ? await documents.StagePngAsync(DrawingOf(requestId), form.Drawing!.Value, cancel)
            : null;
        await writer.SaveAsync(async db =>
        {
            var request = await RequestLoader.ForChangeAsync(db, act, IntakeModule.EditPermission, requestId, version, cancel);
            request.RequireIntake();
            var picture = drawing is null
                ? await RequestFiles.RequireAsync(db, requestId, form.DocumentId!.Value, nameof(form.DocumentId), cancel)
                : (await documents.AttachAsync(db, act, drawing, cancel)).Id;
            request.Sign(act, new Declaration(form.Method, act.On, act.At, picture, witness, Declaration.CurrentText)
            {
                Words = DeclarationWords.Current,
                IsReadAloud = form.CannotRead,
            });
            RequestLoader.Touch(db, act, request, "intake.request.sign", "ت-4");
        }, cancel);
    }

    private static NewDocument DrawingOf(Guid requestId) => new()
    {
        Key = Guid.NewGuid(),
        OwnerId = requestId,
        OwnerType = nameof(ServiceRequest),
        FileName = FileName,
        Sensitivity = Sensitivity.Normal,
    };
}

/// <summary>Files that papers of a request point to.</summary>
internal static class RequestFiles
{
    /// <summary>A file id from a page is believed only when the file belongs to this very request (A4).</summary>
    public static async Task<Guid> RequireAsync(CaseDbContext db, Guid requestId, Guid documentId, string field, CancellationToken cancel)
    {
        var stored = db.StoredDocuments;
        return await stored.AnyAsync(d => d.Id == documentId && d.OwnerId == requestId && d.RemovedAt == null, cancel)
            ? documentId
            : throw new RuleViolation("intake.item.file", field);
    }
}

/// <summary>The text that is signed, in the association's language whatever the screen's is.</summary>
internal static class DeclarationWords
{
    private static readonly ResourceManager Texts = new(typeof(IntakeText));

    public static string Current { get; } = Texts.GetString("declaration.text", AppCulture.Arabic)!;

    /// <summary>What it is called among the requirements.</summary>
    public static (string Ar, string En) Name { get; } =
        (Texts.GetString("declaration.title", AppCulture.Arabic)!, Texts.GetString("declaration.title", AppCulture.English)!);
}
