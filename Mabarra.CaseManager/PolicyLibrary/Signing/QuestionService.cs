using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.PolicyLibrary.Signing;

/// <summary>The bank of questions behind the short check, edited by human resources.</summary>
public sealed class QuestionService(CaseWriter writer)
{
    /// <param name="key">The form's own key: sent twice, it makes one (C6).</param>
    public Task<Guid> AddAsync(Act act, Guid key, Guid policyId, QuestionForm form, CancellationToken cancel = default)
    {
        act.Require(PolicyLibraryModule.EditPermission);
        var words = form.Check();
        return writer.SaveOnceAsync(key, act, async db =>
        {
            var policies = db.Policies;
            if (!await policies.AnyAsync(p => p.Id == policyId, cancel))
                throw act.Refuse(PolicyLibraryModule.EditPermission, policyId);
            var question = new PolicyQuestion(policyId, words);
            db.Add(question);
            db.Record(act, "policies.question.add", question, words.Clause, Clauses.Sign);
            return question.Id;
        }, cancel);
    }

    public Task ChangeAsync(Act act, Guid id, Guid version, QuestionForm form, CancellationToken cancel = default)
    {
        act.Require(PolicyLibraryModule.EditPermission);
        var words = form.Check();
        return ChangeAsync(act, id, version, "policies.question.change", question => question.Change(words), cancel);
    }

    /// <summary>Asks it no more, or again.</summary>
    public Task SetActiveAsync(Act act, Guid id, Guid version, bool active, CancellationToken cancel = default) =>
        ChangeAsync(act, id, version, active ? "policies.question.use" : "policies.question.rest", question => question.SetActive(active), cancel);

    private Task ChangeAsync(Act act, Guid id, Guid version, string action, Action<PolicyQuestion> change, CancellationToken cancel)
    {
        act.Require(PolicyLibraryModule.EditPermission);
        return writer.SaveAsync(async db =>
        {
            var questions = db.PolicyQuestions;
            var question = await questions.SingleOrDefaultAsync(q => q.Id == id, cancel) ?? throw act.Refuse(PolicyLibraryModule.EditPermission, id);
            question.ExpectVersion(version);
            change(question);
            db.Record(act, action, question, question.Clause, Clauses.Sign);
        }, cancel);
    }
}
