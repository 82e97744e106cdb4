using TorchSharp;

namespace Unfold.Testing;

/// <summary>Checks of where tensors lie, and of what is left behind.</summary>
public static class MemoryChecks
{
    /// <summary>
    /// No matrix that an object holds lies in a managed array: <c>torch.tensor(array)</c> begins wherever .NET put the array, and the last bits of a product
    /// depend on that. Seen by addresses that libtorch would not have chosen; by chance an array has such a one, one time in eight.
    /// </summary>
    /// <param name="owner">A network or an operator.</param>
    /// <param name="notItsOwn">What it was given and only refers to: the problem's operator.</param>
    public static CheckResult NativeStorage(object owner, params object[] notItsOwn)
    {
        ArgumentNullException.ThrowIfNull(owner);
        var held = HeldTensors.Of(owner, notItsOwn).Where(t => t.Tensor.dim() >= 2).ToList();
        var managed = held.Where(t => NativeMemory.IsManaged(t.Tensor)).Select(t => $"{t.Path} [{string.Join(", ", t.Tensor.shape)}]").ToList();
        return managed.Count == 0
            ? new CheckResult("storage", passed: true, $"{held.Count} matrices, all in memory of libtorch's")
            : new CheckResult("storage", passed: false, $"in a managed array, whose address changes the last bits of products: {string.Join(", ", managed)}; .clone() it");
    }

    /// <summary>What an action makes is gone with its scope: after more passes no more tensors live than after the first.</summary>
    /// <param name="pass">What is done again and again.</param>
    /// <param name="passes">How often after the first time.</param>
    public static CheckResult Leaks(Action pass, int passes = 5)
    {
        ArgumentNullException.ThrowIfNull(pass);
        Scoped(pass);
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        for (var i = 0; i < passes; i++)
            Scoped(pass);
        var leaked = DisposeScopeManager.Statistics.ThreadTotalLiveCount - before;
        return CheckResult.AtMost("leaks", leaked, 0, $"tensors left behind by {passes} more {(passes == 1 ? "pass" : "passes")}:")
            .OrMend("detach from the scope only what is disposed later, and dispose what was replaced");
    }

    private static void Scoped(Action pass)
    {
        using var scope = torch.NewDisposeScope();
        pass();
    }
}
