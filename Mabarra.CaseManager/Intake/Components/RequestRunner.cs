using Mabarra.CaseManager.Ui;

namespace Mabarra.CaseManager.Intake.Components;

/// <summary>Runs an act on the request as the page last read it; afterwards the page shows what is now saved.</summary>
/// <param name="why">The reason, where the act asks for one.</param>
/// <returns>True when it was done.</returns>
public delegate Task<bool> RequestRunner(FormErrors errors, Func<Act, Guid, Task> act, string? why = null);
