using Mabarra.CaseManager.Ui;

namespace Mabarra.CaseManager.Committee.Components;

/// <summary>Runs an act on the sitting; afterwards the page shows what is now so.</summary>
/// <param name="why">The reason, where the act asks for one.</param>
/// <returns>True when it was done.</returns>
public delegate Task<bool> RoomRunner(FormErrors errors, Func<Act, Task> act, string? why = null);
