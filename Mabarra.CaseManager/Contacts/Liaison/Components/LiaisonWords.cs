using Mabarra.CaseManager.Ui;
using MudBlazor;

namespace Mabarra.CaseManager.Contacts.Liaison.Components;

/// <summary>Colour and shape of a cell's state; its word stands beside them.</summary>
public static class LiaisonWords
{
    public static Tone Tone(this CellState state) => state switch
    {
        CellState.Covered => Ui.Tone.Good,
        CellState.ByBackup => Ui.Tone.Info,
        _ => Ui.Tone.Bad,
    };

    public static string Icon(this CellState state) => state switch
    {
        CellState.Covered => Icons.Material.Outlined.Person,
        CellState.ByBackup => Icons.Material.Outlined.SwapHoriz,
        _ => Icons.Material.Outlined.PersonOff,
    };
}
