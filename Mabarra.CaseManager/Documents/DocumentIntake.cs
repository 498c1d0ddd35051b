namespace Mabarra.CaseManager.Documents;

/// <summary>Takes a file's bytes in and looks at them, before any transaction begins.</summary>
public sealed class DocumentIntake(BodyStore bodies)
{
    /// <exception cref="RuleViolation">Not a file we take.</exception>
    internal async Task<StagedDocument> ReceiveAsync(NewDocument file, Stream content, int limit, IProgress<long>? progress, CancellationToken cancel)
    {
        var spool = await bodies.SpoolAsync(content, limit, progress, cancel);
        try
        {
            // Off the caller's thread: a page's circuit must not stand still while 20 MB are looked through.
            var verdict = await Task.Run(() => Check(spool), cancel);
            if (verdict.Length < spool.Length)
                spool = await CutAsync(spool, verdict.Length, cancel);
            return new StagedDocument(spool, file.Owner, FileNames.Shown(file.FileName, verdict.Kind), verdict.Kind, file.Sensitivity);
        }
        catch
        {
            await spool.DisposeAsync();
            throw;
        }
    }

    private static FileVerdict Check(SpooledBody spool)
    {
        using var plain = spool.OpenPlain();
        return FileCheck.Of(plain);
    }

    /// <summary>Keeps a picture and leaves what somebody hung on behind it.</summary>
    private async Task<SpooledBody> CutAsync(SpooledBody spool, long length, CancellationToken cancel)
    {
        await using (spool)
        {
            await using var plain = spool.OpenPlain(length);
            return await bodies.SpoolAsync(plain, DocumentLimits.LargestFile, progress: null, cancel);
        }
    }
}
