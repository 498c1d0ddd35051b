using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.PolicyLibrary;

/// <summary>Writing the next version of a text. What is published is never written on again: a change is a new version (DOMAIN.md §3.5).</summary>
public sealed class PolicyTextService(CaseWriter writer)
{
    /// <summary>Begins the next version with the words of the one in force.</summary>
    /// <param name="key">The button's own key: pressed twice, it makes one (C6).</param>
    public Task<Guid> StartAsync(Act act, Guid key, Guid policyId, CancellationToken cancel = default)
    {
        act.Require(PolicyLibraryModule.EditPermission);
        return writer.SaveOnceAsync(key, act, async db =>
        {
            var (policies, versions) = (db.Policies, db.PolicyVersions);
            var policy = await policies.AsNoTracking().SingleOrDefaultAsync(p => p.Id == policyId, cancel) ?? throw act.Refuse(PolicyLibraryModule.EditPermission, policyId);
            var earlier = await versions.AsNoTracking().Include(v => v.Clauses).Where(v => v.PolicyId == policyId).OrderByDescending(v => v.No).ToListAsync(cancel);
            if (earlier.Exists(v => v.CanEdit))
                throw new RuleViolation("policies.version.drafted");
            var draft = new PolicyVersion(policyId, earlier.Count == 0 ? 1 : earlier[0].No + 1);
            foreach (var clause in earlier.Find(v => v.Status == VersionStatus.Effective)?.Clauses.OrderBy(c => c.Order) ?? Enumerable.Empty<PolicyClause>())
                draft.Add(clause.Text, clause.Order);
            db.Add(draft);
            db.Record(act, "policies.version.draft", draft, policy.TitleAr);
            return draft.Id;
        }, cancel);
    }

    /// <summary>Writes a row: a new one after another, or other words for one that stands.</summary>
    /// <param name="clauseId">Null for a new one.</param>
    /// <param name="afterOrder">Where a new one goes; null for the end.</param>
    public Task SaveClauseAsync(Act act, Guid versionId, Guid version, Guid? clauseId, ClauseForm form, int? afterOrder = null, CancellationToken cancel = default) =>
        ChangeAsync(act, versionId, version, "policies.version.write", draft =>
        {
            var text = form.Check();
            if (draft.Clauses.Any(c => c.Id != clauseId && string.Equals(c.Key, text.Key, StringComparison.Ordinal)))
                throw new RuleViolation("policies.clause.twice", nameof(form.Key), ClauseKey.Shown(text.Key));
            if (clauseId is { } id)
            {
                ClauseOf(draft, id).Change(text);
                return null;
            }
            var at = (afterOrder ?? draft.Clauses.Select(c => c.Order).DefaultIfEmpty(-1).Max()) + 1;
            foreach (var later in draft.Clauses.Where(c => c.Order >= at))
                later.MoveTo(later.Order + 1);
            return draft.Add(text, at);
        }, cancel);

    public Task RemoveClauseAsync(Act act, Guid versionId, Guid version, Guid clauseId, CancellationToken cancel = default)
    {
        act.Require(PolicyLibraryModule.EditPermission);
        return writer.SaveAsync(async db =>
        {
            var draft = await LoadAsync(db, act, versionId, version, cancel);
            db.Remove(ClauseOf(draft, clauseId));
            Touch(db, act, draft, "policies.version.write");
        }, cancel);
    }

    /// <summary>The document itself, for a policy that is kept as a file; null takes it off again.</summary>
    public Task AttachAsync(Act act, Guid versionId, Guid version, Guid? documentId, CancellationToken cancel = default)
    {
        act.Require(PolicyLibraryModule.EditPermission);
        return writer.SaveAsync(async db =>
        {
            var draft = await LoadAsync(db, act, versionId, version, cancel);
            var files = db.Set<StoredDocument>();
            // A file id from a page is believed only when the file belongs to this very version (A4).
            if (documentId is not null && !await files.AnyAsync(d => d.Id == documentId && d.OwnerId == versionId && d.RemovedAt == null, cancel))
                throw new RuleViolation("policies.version.file");
            draft.Attach(documentId);
            Touch(db, act, draft, "policies.version.attach");
        }, cancel);
    }

    /// <summary>Takes a draft away. Nobody has read it, so nothing is lost but the writing.</summary>
    public Task DropAsync(Act act, Guid versionId, Guid version, CancellationToken cancel = default)
    {
        act.Require(PolicyLibraryModule.EditPermission);
        return writer.SaveAsync(async db =>
        {
            var draft = await LoadAsync(db, act, versionId, version, cancel);
            if (draft.IsSeeded)
                throw new RuleViolation("policies.version.seeded");
            db.RemoveRange(draft.Clauses);
            db.Remove(draft);
            db.Record(act, "policies.version.drop", draft);
        }, cancel);
    }

    private Task ChangeAsync(Act act, Guid versionId, Guid version, string action, Func<PolicyVersion, PolicyClause?> change, CancellationToken cancel)
    {
        act.Require(PolicyLibraryModule.EditPermission);
        return writer.SaveAsync(async db =>
        {
            var draft = await LoadAsync(db, act, versionId, version, cancel);
            // Its id is made by the app, so EF would take a row added to a tracked list for one that stands.
            if (change(draft) is { } made)
                db.Add(made);
            Touch(db, act, draft, action);
        }, cancel);
    }

    private static async Task<PolicyVersion> LoadAsync(CaseDbContext db, Act act, Guid versionId, Guid version, CancellationToken cancel)
    {
        var versions = db.PolicyVersions;
        var draft = await versions.Include(v => v.Clauses).SingleOrDefaultAsync(v => v.Id == versionId, cancel)
            ?? throw act.Refuse(PolicyLibraryModule.EditPermission, versionId);
        draft.RequireDraft();
        draft.ExpectVersion(version);
        return draft;
    }

    private static PolicyClause ClauseOf(PolicyVersion draft, Guid id) => draft.Clauses.FirstOrDefault(c => c.Id == id) ?? throw new RuleViolation("policies.clause.gone");

    /// <summary>The version itself counts as changed with each of its rows, so two writers cannot overwrite each other.</summary>
    private static void Touch(CaseDbContext db, Act act, PolicyVersion draft, string action)
    {
        db.Entry(draft).State = EntityState.Modified;
        db.Record(act, action, draft);
    }
}
