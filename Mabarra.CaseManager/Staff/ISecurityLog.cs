namespace Mabarra.CaseManager.Staff;

/// <summary>
/// Writes what happens to accounts into the audit trail, within the very save that carries it out. The trail lies above Staff, so it is asked for through this door.
/// </summary>
public interface ISecurityLog
{
    /// <summary>Adds the entry to the scope's next save; null <paramref name="about"/> when no account bears the name that was typed.</summary>
    void Record(Act act, string action, StaffUser? about);

    /// <summary>Takes entries that were not saved back out, because what they tell of did not happen.</summary>
    void Forget();

    /// <summary>Saves entries that come without a change to an account.</summary>
    Task SaveAsync();
}
