using System.Runtime.InteropServices;

namespace ZooKeeperSample.Native;

/// <summary>The result of a call: a code, and what was read.</summary>
internal readonly record struct Answer(int Code, byte[]? Value = null, int Version = -1)
{
    /// <summary>Makes a call, and waits for its answer.</summary>
    /// <param name="call">Gets the context for the completion, and gives the code of the call itself. If that isn't 0
    /// there will be no completion.</param>
    public static Task<Answer> OfAsync(Func<nint, int> call)
    {
        // The completion runs on a thread of the client, which must not run what waits for it.
        TaskCompletionSource<Answer> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var context = GCHandle.Alloc(answer);
        var code = call(GCHandle.ToIntPtr(context));
        if (code != Native.Code.Ok)
        {
            context.Free();
            answer.SetResult(new Answer(code));
        }

        return answer.Task;
    }

    /// <summary>Hands an answer over, once for each call.</summary>
    public static void Complete(nint context, Answer answer)
    {
        var handle = GCHandle.FromIntPtr(context);
        ((TaskCompletionSource<Answer>)handle.Target!).TrySetResult(answer);
        handle.Free();
    }
}
